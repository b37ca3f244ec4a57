using System.Collections.Immutable;
using System.Net;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

using Node = ImmutableSortedDictionary<RecordType, RecordSet>;

/// <summary>All records of a zone at one moment. Changing returns another content, so that readers and transfers never see half an update.</summary>
internal sealed class ZoneContent
{
    private readonly ImmutableDictionary<DnsName, Node> _nodes;

    private ZoneContent(DnsName origin, ImmutableDictionary<DnsName, Node> nodes)
    {
        Origin = origin;
        _nodes = nodes;
    }

    public DnsName Origin { get; }

    public IEnumerable<DnsName> Names => _nodes.Keys;

    public RecordSet SoaSet => _nodes[Origin][RecordType.SOA];

    public SoaData Soa => (SoaData)SoaSet.Values[0];

    /// <summary>What a zone begins with.</summary>
    public static ZoneContent Initial(DnsName origin)
    {
        var server = DnsName.Parse("ns").Below(origin);
        var soa = new SoaData(server, DnsName.Parse("hostmaster").Below(origin), Serial: 1, Refresh: 3600, Retry: 600, Expire: 86400, Minimum: 60);
        return new ZoneContent(origin, ImmutableDictionary<DnsName, Node>.Empty)
            .With(origin, RecordType.SOA, new RecordSet(300, [soa]))
            .With(origin, RecordType.NS, new RecordSet(300, [new NameData(RecordType.NS, server)]))
            .With(server, RecordType.A, new RecordSet(300, [new AddressData(IPAddress.Loopback)]));
    }

    /// <summary>The sets of a name; null when it has none.</summary>
    public IReadOnlyDictionary<RecordType, RecordSet>? Find(DnsName name) => _nodes.GetValueOrDefault(name);

    public RecordSet? Find(DnsName name, RecordType type) => _nodes.TryGetValue(name, out var node) ? node.GetValueOrDefault(type) : null;

    /// <summary>Whether the name has records, or one below it has (RFC 4592, section 2.2.2).</summary>
    public bool Exists(DnsName name) => _nodes.ContainsKey(name) || _nodes.Keys.Any(other => other.IsAtOrBelow(name));

    /// <summary>The content with the set put in place of the one of that name and type; without it when the set is null or empty.</summary>
    public ZoneContent With(DnsName name, RecordType type, RecordSet? set)
    {
        var node = _nodes.GetValueOrDefault(name) ?? Node.Empty;
        node = set is null or { Values.IsEmpty: true } ? node.Remove(type) : node.SetItem(type, set);
        return new ZoneContent(Origin, node.IsEmpty ? _nodes.Remove(name) : _nodes.SetItem(name, node));
    }

    /// <summary>The content with another serial in its SOA record.</summary>
    public ZoneContent WithSerial(uint serial)
        => With(Origin, RecordType.SOA, SoaSet with { Values = [Soa with { Serial = serial }] });

    /// <summary>Every record but the SOA, by name.</summary>
    public IEnumerable<DnsRecord> RecordsWithoutSoa()
        => _nodes.OrderBy(node => node.Key)
            .SelectMany(node => node.Value.Where(set => set.Key != RecordType.SOA).SelectMany(set => set.Value.Records(node.Key)));

    /// <summary>The sets that another content has otherwise: name, type, and the set there; null where it has none.</summary>
    public IEnumerable<(DnsName Name, RecordType Type, RecordSet? After)> DifferencesTo(ZoneContent other)
    {
        foreach (var name in _nodes.Keys.Union(other._nodes.Keys))
        {
            var (mine, theirs) = (_nodes.GetValueOrDefault(name) ?? Node.Empty, other._nodes.GetValueOrDefault(name) ?? Node.Empty);
            foreach (var type in ReferenceEquals(mine, theirs) ? [] : mine.Keys.Union(theirs.Keys))
            {
                var (before, after) = (mine.GetValueOrDefault(type), theirs.GetValueOrDefault(type));
                if (!(before?.SameAs(after) ?? after is null))
                    yield return (name, type, after);
            }
        }
    }
}
