using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>What goes wrong with DNS: HUB16xx.</summary>
public static class DnsProblems
{
    public static readonly ProblemCode TsigAlgorithmUnknown = new(
        "HUB1601", "Unknown TSIG algorithm",
        "A TSIG key names an algorithm that is not one of RFC 8945. HMAC-MD5 is not taken any more.",
        "name the algorithm that the server's key statement has, for example hmac-sha256");

    public static readonly ProblemCode TsigSecretInvalid = new(
        "HUB1602", "TSIG secret is not base64",
        "The secret of a TSIG key is the base64 text within the quotes of the server's key statement, without the quotes.",
        "take the secret from the output of: tsig-keygen -a hmac-sha256 <key name>");

    public static readonly ProblemCode NameInvalid = new(
        "HUB1603", "Invalid domain name",
        "A name has labels of 1 to 63 octets with dots between them, 255 octets in all. International names are written in their xn-- form.",
        "correct the name");

    public static readonly ProblemCode RecordDataInvalid = new(
        "HUB1604", "Invalid record value",
        "The value does not fit the type of the record.",
        "write the value as a zone file has it");

    public static readonly ProblemCode ServerNotFound = new(
        "HUB1605", "DNS server's name does not resolve",
        "The DNS server is given by a name, and this machine cannot resolve it.",
        "give the server's address instead of its name");

    public static readonly ProblemCode ServerUnreachable = new(
        "HUB1606", "DNS server unreachable",
        "Nothing accepts DNS messages at the address and port, or a firewall rejects them. Updates and zone transfers need TCP, queries also UDP.",
        "check that the server runs and listens there, on UDP and TCP");

    public static readonly ProblemCode ServerTimeout = new(
        "HUB1607", "DNS server does not answer",
        "The server did not answer in time. A firewall may drop the messages; updates and zone transfers need TCP, queries also UDP.",
        "check address and port, and that UDP and TCP pass the firewalls");

    public static readonly ProblemCode ResponseMalformed = new(
        "HUB1608", "Malformed DNS response",
        "What came back is no DNS message, or is none that answers the request.",
        "check that the address and port are those of a DNS server");

    public static readonly ProblemCode RefusedUnsigned = new(
        "HUB1609", "Unsigned update refused",
        "The server takes signed updates only.",
        "configure the TSIG key that the zone's update-policy grants the update to");

    public static readonly ProblemCode RefusedKey = new(
        "HUB1610", "Update refused to the key",
        "The server knows the key, but does not grant it the update: the zone's update-policy does not name the key, or not all types of the records. "
        + "The whole update was dropped. BIND 9 also refuses an MX record that names a host in the zone which has no address.",
        "grant it in the zone, for example: update-policy { grant <key> zonesub A AAAA CNAME TXT; };");

    public static readonly ProblemCode BadSignature = new(
        "HUB1611", "TSIG signature rejected (BADSIG)",
        "The server knows a key of this name and algorithm, but with another secret.",
        "compare the secret with that of the server's key statement");

    public static readonly ProblemCode BadKey = new(
        "HUB1612", "TSIG key unknown (BADKEY)",
        "The server has no key of this name, or has it with another algorithm.",
        "add the key to the server's configuration, or correct name and algorithm");

    public static readonly ProblemCode BadTime = new(
        "HUB1613", "Clocks differ (BADTIME)",
        "Signatures carry the time, and the clocks of this machine and of the DNS server differ by more than the 300 seconds allowed.",
        "synchronise both clocks by NTP: timedatectl set-ntp true");

    public static readonly ProblemCode NotAuthoritative = new(
        "HUB1614", "Zone not served",
        "The DNS server does not serve the zone, or is not its primary server.",
        "check the zone's name, and that this server is the zone's primary: named-checkconf -l");

    public static readonly ProblemCode NotZone = new(
        "HUB1615", "Name outside the zone",
        "An update names a record that does not belong into the zone.",
        "give a name below the zone, or update the zone that the name belongs to");

    public static readonly ProblemCode PrerequisiteFailed = new(
        "HUB1616", "Zone is not as expected",
        "An update is made only when the zone is as it was when the update was planned. Something changed it in between.",
        "run again; if it stays so, find out what else writes the records");

    public static readonly ProblemCode ServerFailure = new(
        "HUB1617", "DNS server failed (SERVFAIL)",
        "The server could not carry out the request. With updates on BIND 9 the usual cause is a zone file in a directory that it may not write, "
        + "so that the journal cannot be opened, or more than 100 records of one name and type (max-records-per-type); with queries, a zone that did not "
        + "load, or aliases in a circle.",
        "look into the server's log (journalctl -u named); keep dynamic zones in a directory it may write, like /var/lib/bind");

    public static readonly ProblemCode NotImplemented = new(
        "HUB1618", "DNS server does not support the request (NOTIMP)",
        "The server does not know dynamic updates, or not this kind of request.",
        "use the zone's primary server, and one with RFC 2136");

    public static readonly ProblemCode FormatError = new(
        "HUB1619", "DNS server does not understand the request (FORMERR)",
        "The server rejected the message as malformed.",
        "check that no middlebox changes DNS messages, and look into the server's log");

    public static readonly ProblemCode TransferRefused = new(
        "HUB1620", "Zone transfer refused",
        "The server does not let this key transfer the zone. ExternalDNS then never deletes records, and says so only in its log.",
        "allow it in the zone: allow-transfer { key <key>; };");

    public static readonly ProblemCode TransferIncomplete = new(
        "HUB1621", "Zone transfer incomplete",
        "The transfer ended before the whole zone was there.",
        "run again; look into the server's log if it stays so");

    public static readonly ProblemCode ResponseNotSigned = new(
        "HUB1622", "Response not signed properly",
        "A signed request must be answered by a signature with the same key. This answer has none, or one that does not fit: "
        + "it may come from another machine.",
        "check what answers at the address, and that no middlebox changes DNS messages");

    public static readonly ProblemCode UpdateIgnored = new(
        "HUB1623", "Update had no effect",
        "The server reported success, but the records are not what was written. BIND 9 ignores a CNAME beside other records without telling.",
        "look at the name: dig @<server> <name> ANY");

    public static readonly ProblemCode RecordConflict = new(
        "HUB1624", "Records conflict",
        "A name with a CNAME cannot have other records (RFC 1034), and records that ExternalDNS owns are not ours to change.",
        "remove one of the two");

    public static readonly ProblemCode NotResolved = new(
        "HUB1625", "Name does not resolve as expected",
        "The DNS server did not answer with the expected address before the deadline.",
        "look at what writes the record: kubectl -n external-dns logs deployment/external-dns");

    public static readonly ProblemCode QueryRefused = new(
        "HUB1626", "Query refused",
        "The server does not serve the zone of the name, or does not answer this machine or this key.",
        "check that the server serves the zone, and its allow-query");

    public static readonly ProblemCode NameOutsideZone = new(
        "HUB1627", "Record outside the zone",
        "A static record's name does not lie below the zone.",
        "give a name below the zone");

    public static readonly ProblemCode OtherResponse = new(
        "HUB1628", "Unexpected DNS response code",
        "The server answered with a code that this request cannot lead to.",
        "look into the server's log");
}
