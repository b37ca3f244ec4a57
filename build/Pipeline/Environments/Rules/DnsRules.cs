using System.Text;
using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

internal static class DnsRules
{
    public static IEnumerable<Rule> All =>
    [
        new(["cluster.provider", "ingress.address"], AddressIsGiven),
        new(["cluster.provider", "dns.bind9.server"], ServerIsGiven),
        new(["hub.host", "dns.bind9.zone"], HostIsBelowTheZone),
        new(["dns.bind9.records", "dns.bind9.zone"], RecordsAreValid),
        new(["dns.bind9.records", "dns.bind9.zone", "hub.host"], NamesHaveOneOwner),
    ];

    private static void AddressIsGiven(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Ingress.Address is null)
            binding.Report(EnvironmentProblems.MissingValue, "ingress.address", "is missing: the address that users' names resolve to");
    }

    private static void ServerIsGiven(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Dns.Bind9.Server is null && environment.Cluster.Provider != ClusterProvider.Rehearsal)
            binding.Report(EnvironmentProblems.MissingValue, "dns.bind9.server", "is missing: the server that is primary for the zone");
    }

    private static void HostIsBelowTheZone(DeploymentEnvironment environment, Binding binding)
    {
        var (host, zone) = (environment.Hub.Host, environment.Dns.Bind9.Zone);
        if (host == zone || !DnsName.IsIn(host, zone))
            binding.Report(EnvironmentProblems.HostOutsideZone, "hub.host", $"is '{host}', which is not below dns.bind9.zone '{zone}'");
    }

    private static void RecordsAreValid(DeploymentEnvironment environment, Binding binding)
    {
        var zone = environment.Dns.Bind9.Zone;
        var records = environment.Dns.Bind9.Records;
        for (var index = 0; index < records.Count; index++)
        {
            var (record, path) = (records[index], $"dns.bind9.records[{index}]");
            if (WhyNotName(record.Name, zone) is { } why)
                binding.Report(EnvironmentProblems.StaticRecord, $"{path}.name", $"is {Binding.Quoted(record.Name)}; {why}");
            for (var value = 0; value < record.Values.Count; value++)
            {
                if (WhyNotValue(record.Type, record.Values[value]) is { } reason)
                    binding.Report(EnvironmentProblems.StaticRecord, $"{path}.values[{value}]", $"is {Binding.Quoted(record.Values[value])}; {reason}");
            }
            if (record is { Type: StaticRecordType.CNAME, Values.Count: > 1 })
                binding.Report(EnvironmentProblems.StaticRecord, $"{path}.values", "has several values; a CNAME has one (RFC 2181, section 10.1)");
            if (record is { Type: StaticRecordType.CNAME, Name: "@" })
                binding.Report(EnvironmentProblems.StaticRecord, $"{path}.type", "is CNAME; the zone itself has SOA and NS records, beside which no CNAME may stand");
        }
    }

    private static string? WhyNotName(string name, string zone)
    {
        if (name == "@")
            return null;
        if (name.EndsWith('.'))
            return "names are relative to the zone and have no dot at the end";
        if (DnsName.IsIn(name, zone))
            return name == zone ? "the zone itself is written @" : $"names are relative to the zone: write '{name[..^(zone.Length + 1)]}'";
        return DnsName.IsName(name) && DnsName.WhyNot($"{name}.{zone}").Length == 0 ? null : "this is not a DNS name";
    }

    private static string? WhyNotValue(StaticRecordType type, string value) => type switch
    {
        StaticRecordType.A => IsAddress(value, System.Net.Sockets.AddressFamily.InterNetwork) ? null : "an A record's value is an IPv4 address",
        StaticRecordType.AAAA => IsAddress(value, System.Net.Sockets.AddressFamily.InterNetworkV6) ? null : "an AAAA record's value is an IPv6 address",
        StaticRecordType.CNAME => Addresses.TryReadIp(value, out _) || !DnsName.IsName(value.TrimEnd('.')) ? "a CNAME's value is a full host name" : null,
        // RFC 1035, section 3.3: a character-string holds at most 255 octets.
        _ => Encoding.UTF8.GetByteCount(value) > 255 ? "a TXT record's text is at most 255 bytes; split it into several values" : null,
    };

    private static bool IsAddress(string value, System.Net.Sockets.AddressFamily family) =>
        Addresses.TryReadIp(value, out var address) && address.AddressFamily == family;

    private static void NamesHaveOneOwner(DeploymentEnvironment environment, Binding binding)
    {
        var bind9 = environment.Dns.Bind9;
        for (var index = 0; index < bind9.Records.Count; index++)
        {
            var (record, path) = (bind9.Records[index], $"dns.bind9.records[{index}]");
            var name = record.NameIn(bind9.Zone);
            if (name == environment.Hub.Host && record.Type != StaticRecordType.TXT)
                binding.Report(EnvironmentProblems.NameCollision, $"{path}.name", $"is the hub's host {name}, whose address ExternalDNS publishes");
            foreach (var earlier in bind9.Records.Take(index).Where(earlier => earlier.Name == record.Name))
            {
                if (earlier.Type == record.Type)
                    binding.Report(EnvironmentProblems.NameCollision, path, $"is a second {record.Type} record set of '{record.Name}'; list all values in one");
                else if (record.Type == StaticRecordType.CNAME || earlier.Type == StaticRecordType.CNAME)
                    binding.Report(EnvironmentProblems.NameCollision, path, $"puts a {record.Type} beside a {earlier.Type} of '{record.Name}'; a CNAME stands alone");
            }
        }
    }
}
