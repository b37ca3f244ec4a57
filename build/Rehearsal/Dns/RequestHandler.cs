using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>Turns the octets of a request into the octets of its answer: one message, several for a transfer, none for what deserves none.</summary>
internal sealed class RequestHandler(IReadOnlyList<ServedZone> zones, IReadOnlyList<TsigKey> keys, TimeProvider time)
{
    private const int HeaderLength = 12;

    /// <summary>What every UDP message may have (RFC 1035, section 4.2.1).</summary>
    private const int LeastUdpSize = 512;

    public IEnumerable<byte[]> Handle(byte[] octets, bool overTcp)
    {
        // A response is never answered: two servers would do so for ever.
        if (octets.Length < HeaderLength || (octets[2] & 0x80) != 0)
            return [];

        try
        {
            return Handle(octets, DnsMessage.Read(octets), overTcp);
        }
        catch (DnsFormatException)
        {
            var id = (ushort)(octets[0] << 8 | octets[1]);
            return [new DnsMessage { Id = id, IsResponse = true, Operation = (OperationCode)(octets[2] >> 3 & 0xF), Code = ResponseCode.FormErr }.ToWire()];
        }
    }

    private IEnumerable<byte[]> Handle(byte[] octets, DnsMessage request, bool overTcp)
    {
        TsigExchange? exchange = null;
        if (request.Tsig is { } tsig)
        {
            var error = TsigExchange.VerifyRequest(octets, request, FindKey, time.GetUtcNow(), out exchange);
            if (error != TsigError.None)
            {
                var refusal = request.Respond(ResponseCode.NotAuth).ToWire();
                return [exchange?.SignResponse(refusal, time.GetUtcNow(), error) ?? TsigExchange.Reject(refusal, tsig, error)];
            }
        }

        var maximum = overTcp ? ushort.MaxValue : Math.Clamp((int?)request.Edns?.UdpPayloadSize ?? LeastUdpSize, LeastUdpSize, Edns.DefaultPayloadSize);
        var reserve = exchange is null ? 0 : SignatureSize(exchange.Key);
        return Answer(request, exchange?.Key.Name, overTcp)
            .Select(response => response.ToWire(maximum, reserve))
            .Select(response => exchange?.SignResponse(response, time.GetUtcNow()) ?? response);
    }

    private IEnumerable<DnsMessage> Answer(DnsMessage request, DnsName? key, bool overTcp)
    {
        if (request.Edns is { Version: > 0 })
            return [request.Respond(ResponseCode.BadVers)];
        if (request.Operation is not (OperationCode.Query or OperationCode.Update))
            return [request.Respond(ResponseCode.NotImp)];
        if (request.Questions.Count != 1)
            return [request.Respond(ResponseCode.FormErr)];

        var question = request.Questions[0];
        if (request.Operation == OperationCode.Update)
            return [request.Respond(question.Type == RecordType.SOA ? Zone(question)?.Update(request, key) ?? ResponseCode.NotAuth : ResponseCode.FormErr)];
        if (question.Type is RecordType.AXFR or RecordType.IXFR)
            return Transfer(request, key, overTcp);

        // The zone nearest to the name.
        var zone = question.Class == RecordClass.Internet
            ? zones.Where(zone => question.Name.IsAtOrBelow(zone.Name)).MaxBy(zone => zone.Name.Wire.Length)
            : null;
        return [zone is null ? request.Respond(ResponseCode.Refused) : new ZoneQuery(zone.Content, request).Answer()];
    }

    /// <summary>A request for changes only (IXFR) may be answered with all of the zone (RFC 1995, section 4).</summary>
    private IEnumerable<DnsMessage> Transfer(DnsMessage request, DnsName? key, bool overTcp)
    {
        if (!overTcp)
            return [request.Respond(ResponseCode.FormErr)];
        if (Zone(request.Questions[0]) is not { } zone)
            return [request.Respond(ResponseCode.NotAuth)];
        return zone.MayTransfer(key) ? ZoneTransfer.Messages(zone.Content, request) : [request.Respond(ResponseCode.Refused)];
    }

    private ServedZone? Zone(DnsQuestion question)
        => question.Class == RecordClass.Internet ? zones.FirstOrDefault(zone => zone.Name.Equals(question.Name)) : null;

    private TsigKey? FindKey(DnsName name) => keys.FirstOrDefault(key => key.Name.Equals(name));

    /// <summary>Octets of a TSIG record: fixed fields 26, of which 6 may be the time of an error (RFC 8945, section 4.2).</summary>
    private static int SignatureSize(TsigKey key) => key.Name.Wire.Length + key.Algorithm.WireName.Wire.Length + key.Algorithm.MacSize + 32;
}
