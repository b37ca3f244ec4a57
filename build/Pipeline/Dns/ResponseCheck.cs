using System.Globalization;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Turns what a response says into a problem with a next step. Every row was seen on BIND 9.18.</summary>
internal static class ResponseCheck
{
    /// <summary>Fails unless the signature is right, or the response needs none.</summary>
    public static void Signature(DnsRequest request, TsigExchange? exchange, ReadOnlySpan<byte> octets, DnsMessage response, DateTimeOffset now)
    {
        if (exchange is null)
            return;

        if (response.Tsig is not { } tsig)
        {
            // A server that does not get as far as the signature answers without one. Only bad news is believed then.
            if (response.Code is not (ResponseCode.NoError or ResponseCode.NXDomain) || exchange.TryTakeUnsigned(octets))
                return;
            throw request.Fail(DnsProblems.ResponseNotSigned, $"the answer is not signed with the key '{exchange.Key.Name}'");
        }

        // These two go unsigned, as there is nothing both sides could sign with (RFC 8945, section 5.3.2).
        if (tsig.Error == TsigError.BadSignature)
            throw request.Fail(DnsProblems.BadSignature, $"the server rejects the signature of the key '{exchange.Key.Name}' (NOTAUTH, BADSIG)");
        if (tsig.Error == TsigError.BadKey)
            throw request.Fail(DnsProblems.BadKey, $"the server does not know the key '{exchange.Key}' (NOTAUTH, BADKEY)");

        switch (exchange.VerifyResponse(octets, response, now))
        {
            case TsigError.None when tsig.Error == TsigError.BadTime:
                throw Clocks(request, tsig.ServerTime, now, "(NOTAUTH, BADTIME)");
            case TsigError.None when tsig.Error == TsigError.None:
                return;
            case TsigError.None:
                throw request.Fail(DnsProblems.OtherResponse, string.Create(CultureInfo.InvariantCulture, $"the server answers TSIG error {tsig.Error}"));
            case TsigError.BadTime:
                throw Clocks(request, tsig.TimeSigned, now, "by the time in the answer");
            case var error:
                throw request.Fail(
                    DnsProblems.ResponseNotSigned, $"the answer's signature does not fit the key '{exchange.Key}'", error.ToString());
        }
    }

    /// <summary>Fails unless the response code is one that the kind of request can go on with.</summary>
    public static void Code(DnsRequest request, DnsMessage response)
    {
        var code = response.Code;
        if (code == ResponseCode.NoError || (code == ResponseCode.NXDomain && request.Kind == RequestKind.Query))
            return;

        var key = request.Key?.Name.ToString();
        throw (code, request.Kind) switch
        {
            (ResponseCode.Refused, RequestKind.Transfer) => request.Fail(
                DnsProblems.TransferRefused,
                key is null ? "the server refuses the unsigned transfer" : $"the server refuses the transfer to the key '{key}'",
                "REFUSED", key is null ? null : $"allow it in the zone: allow-transfer {{ key \"{key}\"; }};"),
            (ResponseCode.Refused, RequestKind.Query) => request.Fail(DnsProblems.QueryRefused, "the server refuses the query", "REFUSED"),
            (ResponseCode.Refused, _) when key is null => request.Fail(
                DnsProblems.RefusedUnsigned, "the server refuses the unsigned update", "REFUSED"),
            (ResponseCode.Refused, _) => request.Fail(
                DnsProblems.RefusedKey, $"the server does not grant the update to the key '{key}'", "REFUSED",
                $"grant it in the zone: update-policy {{ grant {key} zonesub {TypesOf(request.Message)}; }};"),
            (ResponseCode.NotAuth, _) => request.Fail(
                DnsProblems.NotAuthoritative, $"the server is not the primary server of the zone '{request.Name}'", "NOTAUTH"),
            (ResponseCode.NotZone, _) => request.Fail(
                DnsProblems.NotZone, $"a record of the update lies outside the zone '{request.Name}'", "NOTZONE"),
            (ResponseCode.YXDomain or ResponseCode.YXRRSet or ResponseCode.NXDomain or ResponseCode.NXRRSet, RequestKind.Update) => request.Fail(
                DnsProblems.PrerequisiteFailed, "a prerequisite of the update does not hold", Prerequisite(code)),
            (ResponseCode.ServFail, _) => request.Fail(DnsProblems.ServerFailure, "the server failed", "SERVFAIL"),
            (ResponseCode.NotImp, _) => request.Fail(DnsProblems.NotImplemented, "the server does not support the request", "NOTIMP"),
            (ResponseCode.FormErr, _) => request.Fail(DnsProblems.FormatError, "the server does not understand the request", "FORMERR"),
            _ => request.Fail(DnsProblems.OtherResponse, $"the server answers {code.ToString().ToUpperInvariant()}"),
        };
    }

    private static string Prerequisite(ResponseCode code) => code switch
    {
        ResponseCode.YXDomain => "YXDOMAIN: a name exists that must not",
        ResponseCode.YXRRSet => "YXRRSET: records exist that must not",
        ResponseCode.NXDomain => "NXDOMAIN: a name does not exist that must",
        _ => "NXRRSET: records do not exist, or have other values, that must",
    };

    /// <summary>Deleting a whole name needs every type, hence ANY.</summary>
    private static string TypesOf(DnsMessage update)
        => string.Join(' ', update.Authorities.Select(record => record.Type.ToText()).Distinct().Order(StringComparer.Ordinal));

    private static ProblemException Clocks(DnsRequest request, ulong? server, DateTimeOffset now, string how)
    {
        var difference = server is null
            ? "by an unknown time"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the server's is {Math.Abs((long)server - now.ToUnixTimeSeconds())} s {((long)server > now.ToUnixTimeSeconds() ? "ahead of" : "behind")} this machine's");
        return request.Fail(DnsProblems.BadTime, $"the clocks differ {how}: {difference}");
    }
}
