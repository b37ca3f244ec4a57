namespace JupyterHub.Pipeline.Dns;

/// <summary>A response's RCODE, under the names of the IANA registry (RFC 1035, RFC 2136, RFC 6891).</summary>
public enum ResponseCode : ushort
{
    NoError = 0,
    FormErr = 1,
    ServFail = 2,
    NXDomain = 3,
    NotImp = 4,
    Refused = 5,
    YXDomain = 6,
    YXRRSet = 7,
    NXRRSet = 8,
    NotAuth = 9,
    NotZone = 10,
    BadVers = 16,
}
