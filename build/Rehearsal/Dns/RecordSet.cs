using System.Collections.Immutable;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>The records of one name and type; they have one TTL (RFC 2181, section 5.2).</summary>
internal sealed record RecordSet(uint Ttl, ImmutableList<RecordData> Values)
{
    public bool SameAs(RecordSet? other)
        => other is not null && Ttl == other.Ttl && Values.Count == other.Values.Count && Values.All(other.Values.Contains);

    public IEnumerable<DnsRecord> Records(DnsName owner) => Values.Select(value => new DnsRecord(owner, Ttl, value));
}
