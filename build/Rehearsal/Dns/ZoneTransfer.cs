using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>A whole zone as a series of messages (RFC 5936).</summary>
internal static class ZoneTransfer
{
    /// <summary>Octets after which a message is sent: well under the most, so that what cannot be compressed and the signature fit, too.</summary>
    private const int MessageSize = 16_384;

    public static IEnumerable<DnsMessage> Messages(ZoneContent zone, DnsMessage query)
    {
        var soa = zone.SoaSet.Records(zone.Origin);
        var records = new List<DnsRecord>();
        var size = 0;
        foreach (var record in soa.Concat(zone.RecordsWithoutSoa()).Concat(soa))
        {
            records.Add(record);
            size += new DnsMessage { Answers = [record] }.ToWire().Length;
            if (size < MessageSize)
                continue;

            yield return Message();
            records = [];
            size = 0;
        }

        if (records.Count > 0)
            yield return Message();

        DnsMessage Message() => query.Respond(ResponseCode.NoError) with { Authoritative = true, Edns = null, Answers = records };
    }
}
