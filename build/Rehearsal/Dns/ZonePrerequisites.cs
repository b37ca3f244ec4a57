using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>Whether a zone is as an update requires it to be (RFC 2136, section 3.2).</summary>
internal sealed class ZonePrerequisites(ZoneContent zone, IReadOnlyList<DnsRecord> prerequisites)
{
    public ResponseCode Check()
    {
        foreach (var prerequisite in prerequisites)
        {
            var code = Check(prerequisite);
            if (code != ResponseCode.NoError)
                return code;
        }

        // The values of each name and type together are the whole set, TTLs aside.
        var sets = prerequisites.Where(record => record.Class == RecordClass.Internet).GroupBy(record => (record.Name, record.Type));
        return sets.All(set => zone.Find(set.Key.Name, set.Key.Type) is { } found
            && found.Values.ToHashSet().SetEquals(set.Select(record => record.Data)))
            ? ResponseCode.NoError
            : ResponseCode.NXRRSet;
    }

    private ResponseCode Check(DnsRecord prerequisite)
    {
        if (prerequisite.Ttl != 0)
            return ResponseCode.FormErr;
        if (!prerequisite.Name.IsAtOrBelow(zone.Origin))
            return ResponseCode.NotZone;
        if (prerequisite.Class == RecordClass.Internet)
            return prerequisite.Type == RecordType.ANY ? ResponseCode.FormErr : ResponseCode.NoError;
        if (prerequisite is not { Class: RecordClass.Any or RecordClass.None, Data: RawData { Octets.IsEmpty: true } })
            return ResponseCode.FormErr;

        var wanted = prerequisite.Class == RecordClass.Any;
        if (prerequisite.Type == RecordType.ANY)
        {
            return zone.Find(prerequisite.Name) is not null == wanted ? ResponseCode.NoError
                : wanted ? ResponseCode.NXDomain : ResponseCode.YXDomain;
        }

        return zone.Find(prerequisite.Name, prerequisite.Type) is not null == wanted ? ResponseCode.NoError
            : wanted ? ResponseCode.NXRRSet : ResponseCode.YXRRSet;
    }
}
