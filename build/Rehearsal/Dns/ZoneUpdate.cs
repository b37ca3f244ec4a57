using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>Applies an update to a content (RFC 2136, section 3), with BIND 9.18's order of checks and its silent rules.</summary>
internal sealed class ZoneUpdate(DnsMessage update, IReadOnlyList<UpdateGrant> grants, DnsName? key)
{
    /// <summary>BIND's max-records-per-type, which fails an update as a whole.</summary>
    private const int RecordLimit = 100;

    /// <summary>NOERROR and the new content, which is the old one when nothing changed; any other code and the old one.</summary>
    public (ResponseCode Code, ZoneContent Content) ApplyTo(ZoneContent before)
    {
        var code = Check(before);
        if (code != ResponseCode.NoError)
            return (code, before);

        var after = update.Authorities.Aggregate(before, Make);

        var changed = before.DifferencesTo(after).ToList();
        if (changed.Count == 0)
            return (ResponseCode.NoError, before);
        if (changed.Any(set => set.After is { Values.Count: > RecordLimit }))
            return (ResponseCode.ServFail, before);
        if (changed.Any(set => set.Type == RecordType.MX && !ExchangesHaveAddresses(after, set.Name)))
            return (ResponseCode.Refused, before);

        // An update that brings a newer SOA record keeps its serial.
        return (ResponseCode.NoError, after.Soa.Serial == before.Soa.Serial ? after.WithSerial(before.Soa.Serial + 1) : after);
    }

    private ResponseCode Check(ZoneContent zone)
    {
        foreach (var change in update.Authorities)
        {
            var code = CheckChange(zone, change);
            if (code != ResponseCode.NoError)
                return code;
        }

        return new ZonePrerequisites(zone, update.Answers).Check();
    }

    private ResponseCode CheckChange(ZoneContent zone, DnsRecord change)
    {
        if (!change.Name.IsAtOrBelow(zone.Origin))
            return ResponseCode.NotZone;
        var meta = change.Type is RecordType.ANY or RecordType.AXFR or RecordType.IXFR;
        var wellFormed = change.Class switch
        {
            RecordClass.Internet => !meta,
            RecordClass.None => change.Ttl == 0 && !meta,
            RecordClass.Any => change is { Ttl: 0, Data: RawData { Octets.IsEmpty: true } } && (!meta || change.Type == RecordType.ANY),
            _ => false,
        };
        if (!wellFormed)
            return ResponseCode.FormErr;

        var types = change.Type == RecordType.ANY ? zone.Find(change.Name)?.Keys ?? [] : [change.Type];
        return types.All(type => grants.Any(grant => key is not null && grant.Covers(key, type))) ? ResponseCode.NoError : ResponseCode.Refused;
    }

    private static ZoneContent Make(ZoneContent zone, DnsRecord change) => change switch
    {
        { Class: RecordClass.Internet } => Add(zone, change),
        { Class: RecordClass.None } => Delete(zone, change),
        { Type: RecordType.ANY } => (zone.Find(change.Name)?.Keys ?? []).Aggregate(zone, (rest, type) => DeleteSet(rest, change.Name, type)),
        _ => DeleteSet(zone, change.Name, change.Type),
    };

    private static ZoneContent Add(ZoneContent zone, DnsRecord record)
    {
        var types = zone.Find(record.Name)?.Keys ?? [];
        // Beside a CNAME there is nothing else; BIND ignores the attempt and reports success (RFC 2136, section 3.4.2.2).
        if (record.Type == RecordType.CNAME ? types.Any(type => type != RecordType.CNAME) : types.Contains(RecordType.CNAME))
            return zone;

        // A zone has one SOA record, and takes a newer one only: by serial number arithmetic (RFC 1982).
        if (record.Data is SoaData soa && !(record.Name.Equals(zone.Origin) && unchecked((int)(soa.Serial - zone.Soa.Serial)) > 0))
            return zone;

        var values = record.Type is RecordType.SOA or RecordType.CNAME ? [] : zone.Find(record.Name, record.Type)?.Values ?? [];
        return zone.With(record.Name, record.Type, new RecordSet(record.Ttl, values.Contains(record.Data) ? values : values.Add(record.Data)));
    }

    private static ZoneContent Delete(ZoneContent zone, DnsRecord record)
    {
        if (zone.Find(record.Name, record.Type) is not { } set)
            return zone;
        // A zone keeps its SOA record and a name server (RFC 2136, section 3.4.2.4).
        if (record.Name.Equals(zone.Origin) && (record.Type == RecordType.SOA || (record.Type == RecordType.NS && set.Values.Count == 1)))
            return zone;
        return zone.With(record.Name, record.Type, set with { Values = set.Values.Remove(record.Data) });
    }

    private static ZoneContent DeleteSet(ZoneContent zone, DnsName name, RecordType type)
        => name.Equals(zone.Origin) && type is RecordType.SOA or RecordType.NS ? zone : zone.With(name, type, set: null);

    /// <summary>BIND refuses a mail exchange in the zone that has no address there (check-integrity).</summary>
    private static bool ExchangesHaveAddresses(ZoneContent zone, DnsName name)
        => (zone.Find(name, RecordType.MX)?.Values ?? []).Cast<MxData>()
            .Where(exchange => exchange.Exchange.IsAtOrBelow(zone.Origin))
            .All(exchange => zone.Find(exchange.Exchange) is { } node && (node.ContainsKey(RecordType.A) || node.ContainsKey(RecordType.AAAA)));
}
