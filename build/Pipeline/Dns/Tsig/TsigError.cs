namespace JupyterHub.Pipeline.Dns;

/// <summary>What a TSIG record says of the signature it answers (RFC 8945, section 3). The values overlap with EDNS' response codes.</summary>
public enum TsigError : ushort
{
    None = 0,

    /// <summary>The signature does not fit: the secret is another one.</summary>
    BadSignature = 16,

    /// <summary>The key's name or its algorithm is not known.</summary>
    BadKey = 17,

    /// <summary>The clocks differ by more than the fudge.</summary>
    BadTime = 18,

    /// <summary>The signature was cut too short.</summary>
    BadTruncation = 22,
}
