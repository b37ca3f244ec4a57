using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.ExternalDns;

/// <summary>ExternalDNS's notes of what is its own: a TXT record beside each record (its docs/registry/txt.md; one record since 0.18).</summary>
internal sealed class TextRegistry(ExternalDnsOptions options)
{
    private const string Heritage = "heritage=external-dns";

    /// <summary>The name of the note of a record: <c>extdns-a-host.zone</c>.</summary>
    public DnsName NameOf(DnsName name, RecordType type)
    {
        var kind = type == RecordType.CNAME ? "cname" : type == RecordType.AAAA ? "aaaa" : "a";
        return DnsName.Parse($"{options.TextPrefix}{kind}-{name}");
    }

    public TextData NoteOf(DesiredRecord record) => TextData.Of($"{Heritage},external-dns/owner={options.Owner},external-dns/resource={record.Resource}");

    /// <summary>Whether the note says that the record belongs to this ExternalDNS.</summary>
    public bool IsOwned(IEnumerable<DnsRecord> zone, DnsName name, RecordType type)
    {
        var note = NameOf(name, type);
        return zone.Any(record => record.Name.Equals(note) && record.Data is TextData text
            && text.Value.Trim('"').Split(',') is [Heritage, ..] parts && parts.Contains("external-dns/owner=" + options.Owner));
    }
}
