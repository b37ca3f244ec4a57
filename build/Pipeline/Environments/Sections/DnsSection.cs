using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class DnsSection
{
    private static readonly ExternalDnsSettings ExternalDns = new() { OwnerId = "" };

    private static readonly SectionShape<TsigSettings> Tsig = new(keys =>
    {
        var name = keys.Required("name", Addresses.KeyName, "Name of the key, as in named.conf.");
        // The HMAC algorithms of RFC 8945, section 6, that ExternalDNS and BIND 9 both know; MD5 is obsolete.
        var algorithm = keys.Default("algorithm",
            new Choice<string>([.. new[] { "hmac-sha256", "hmac-sha512", "hmac-sha384", "hmac-sha224", "hmac-sha1" }.Select(name => (name, name))]),
            "hmac-sha256", "Algorithm of the key.");
        var secret = keys.Required("secret", SecretShape.Instance, "The key's secret, in base64.");
        return values => new TsigSettings { Name = values.Get(name), Algorithm = values.Get(algorithm), Secret = values.Get(secret) };
    });

    private static readonly SectionShape<StaticRecord> Record = new(keys =>
    {
        var name = keys.Required("name", Text.Any, "The name relative to the zone, or @ for the zone itself.");
        var type = keys.Required("type",
            new Choice<StaticRecordType>([.. Enum.GetValues<StaticRecordType>().Select(type => (type.ToString(), type))]), "Type of the records.");
        var ttl = keys.Default("ttl", Numbers.Between(0, int.MaxValue), 300, "How long the answer may be kept, in seconds.");
        var values = keys.Required("values", new ListShape<string>(Text.Any, least: 1), "The values: addresses, one host name, or texts.");
        return given => new StaticRecord
        {
            Name = given.Get(name)?.ToLowerInvariant()!,
            Type = given.Get(type),
            Ttl = given.Get(ttl),
            Values = given.Get(values) ?? [],
        };
    });

    private static readonly SectionShape<Bind9Settings> Bind9 = new(keys =>
    {
        var server = keys.Optional("server", Addresses.Server, "Host name or address of the server that is primary for the zone. Needed except in a rehearsal.");
        var port = keys.Default("port", Numbers.Port, 53, "Its port, UDP and TCP.");
        var zone = keys.Required("zone", Addresses.Zone, "The zone that the platform's names live in.");
        var tsig = keys.Required("tsig", Tsig, "The key that may update and transfer the zone.");
        var records = keys.Default("records", new ListShape<StaticRecord>(Record), [], "Records that the pipeline keeps in the zone.");
        return values => new Bind9Settings
        {
            Server = values.Get(server),
            Port = values.Get(port),
            Zone = values.Get(zone),
            Tsig = values.Get(tsig),
            Records = values.Get(records),
        };
    });

    private static readonly SectionShape<ExternalDnsSettings> ExternalDnsShape = new(keys =>
    {
        var ns = keys.Default("namespace", Text.Label, ExternalDns.Namespace, "Namespace of ExternalDNS.");
        var ownerId = keys.Optional("ownerId", Text.Where("letters, digits, '.', '_' and '-'", "^[A-Za-z0-9._-]{1,63}$"),
            "Marks the records of this environment; its name when absent. Changing it orphans records.");
        var prefix = keys.Default("txtPrefix", Text.NamePrefix, ExternalDns.TxtPrefix, "Prefix of the TXT records that hold the ownership.");
        var policy = keys.Default("policy",
            new Choice<ExternalDnsPolicy>(
                ("sync", ExternalDnsPolicy.Sync), ("upsert-only", ExternalDnsPolicy.UpsertOnly), ("create-only", ExternalDnsPolicy.CreateOnly)),
            ExternalDns.Policy, "What may be done to records: everything, all but delete, or only create.");
        var interval = keys.Default("interval", Amounts.Duration, ExternalDns.Interval, "How often records are compared with Ingresses.");
        return values => new ExternalDnsSettings
        {
            Namespace = values.Get(ns),
            OwnerId = values.Get(ownerId)!,
            TxtPrefix = values.Get(prefix),
            Policy = values.Get(policy),
            Interval = values.Get(interval),
        };
    });

    public static SectionShape<DnsSettings> Shape { get; } = new(keys =>
    {
        var bind9 = keys.Required("bind9", Bind9, "The BIND 9 server and the zone.");
        var externalDns = keys.Default("externalDns", ExternalDnsShape, ExternalDns, "ExternalDNS, which keeps the names of Ingresses in the zone.");
        return values => new DnsSettings { Bind9 = values.Get(bind9), ExternalDns = values.Get(externalDns) };
    });
}
