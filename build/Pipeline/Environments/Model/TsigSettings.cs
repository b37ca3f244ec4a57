namespace JupyterHub.Pipeline.Environments;

/// <summary>The key that may update and transfer the zone (RFC 8945).</summary>
public sealed record TsigSettings
{
    public required string Name { get; init; }

    /// <summary>In lower case, as RFC 8945 section 6 names it: <c>hmac-sha256</c>.</summary>
    public string Algorithm { get; init; } = "hmac-sha256";

    /// <summary>The key's secret, in base64.</summary>
    public required SecretReference Secret { get; init; }
}
