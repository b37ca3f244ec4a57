using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>Answers a question from a zone (RFC 1034, section 4.3.2; RFC 2308 for what is not there; RFC 4592 for wildcards).</summary>
internal sealed class ZoneQuery(ZoneContent zone, DnsMessage query)
{
    /// <summary>As many aliases BIND follows before it gives up.</summary>
    private const int AliasLimit = 16;

    private readonly List<DnsRecord> _answers = [];

    public DnsMessage Answer()
    {
        var (name, type) = (query.Questions[0].Name, query.Questions[0].Type);
        for (var i = 0; i < AliasLimit; i++)
        {
            if (Delegation(name) is { } cut)
                return Refer(cut);

            var owner = zone.Find(name) is null ? Wildcard(name) : name;
            if (owner is null)
                return Nothing(zone.Exists(name) ? ResponseCode.NoError : ResponseCode.NXDomain);

            var node = zone.Find(owner)!;
            if (node.TryGetValue(RecordType.CNAME, out var alias) && type is not (RecordType.CNAME or RecordType.ANY))
            {
                _answers.AddRange(alias.Records(name));
                name = ((NameData)alias.Values[0]).Target;
                if (!name.IsAtOrBelow(zone.Origin))
                    return Respond(ResponseCode.NoError);
                continue;
            }

            var before = _answers.Count;
            _answers.AddRange(node.Where(set => type == RecordType.ANY || set.Key == type).SelectMany(set => set.Value.Records(name)));
            return _answers.Count > before ? Respond(ResponseCode.NoError) : Nothing(ResponseCode.NoError);
        }

        return query.Respond(ResponseCode.ServFail);
    }

    /// <summary>The name at or above the given one, below the zone's, from which on another server is responsible.</summary>
    private DnsName? Delegation(DnsName name)
    {
        DnsName? cut = null;
        for (var at = name; !at.Equals(zone.Origin); at = at.Parent)
        {
            if (zone.Find(at, RecordType.NS) is not null)
                cut = at;
        }

        return cut;
    }

    private DnsName? Wildcard(DnsName name)
    {
        if (zone.Exists(name))
            return null;

        // Only the closest name that exists may have the wildcard.
        var encloser = name.Parent;
        while (!zone.Exists(encloser))
            encloser = encloser.Parent;
        var wildcard = DnsName.Parse("*").Below(encloser);
        return zone.Find(wildcard) is null ? null : wildcard;
    }

    private DnsMessage Respond(ResponseCode code) => query.Respond(code) with { Authoritative = true, Answers = _answers };

    private DnsMessage Nothing(ResponseCode code)
        => Respond(code) with { Authorities = [new DnsRecord(zone.Origin, Math.Min(zone.SoaSet.Ttl, zone.Soa.Minimum), zone.Soa)] };

    private DnsMessage Refer(DnsName cut)
    {
        var servers = zone.Find(cut, RecordType.NS)!;
        var glue = servers.Values.Cast<NameData>().SelectMany(server => zone.Find(server.Target)?.Values
            .Where(set => set.Values[0] is AddressData).SelectMany(set => set.Records(server.Target)) ?? []);
        return Respond(ResponseCode.NoError) with
        {
            Authoritative = _answers.Count > 0,
            Authorities = [.. servers.Records(cut)],
            Additionals = [.. glue],
        };
    }
}
