namespace JupyterHub.Pipeline.Environments;

/// <summary>A certificate that the operator brings.</summary>
public sealed record ProvidedCertificateSettings
{
    /// <summary>Full path of the PEM file: the certificate, then the chain that its issuer gave.</summary>
    public required string Certificate { get; init; }

    /// <summary>The private key, in PEM.</summary>
    public required SecretReference Key { get; init; }
}
