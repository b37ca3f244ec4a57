using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>What a key may change in a zone, as BIND's <c>grant &lt;key&gt; zonesub &lt;types&gt;</c>.</summary>
/// <param name="Types">The types; when empty all but those that a server keeps itself (SOA, NS and DNSSEC's), as with BIND.</param>
public sealed record UpdateGrant(DnsName Key, params IReadOnlyList<RecordType> Types)
{
    internal bool Covers(DnsName key, RecordType type)
        => Key.Equals(key)
            && (Types.Count > 0
                ? Types.Contains(type) || Types.Contains(RecordType.ANY)
                : type is not (RecordType.SOA or RecordType.NS or RecordType.RRSIG or RecordType.NSEC or RecordType.NSEC3));
}
