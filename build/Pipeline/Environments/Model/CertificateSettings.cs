namespace JupyterHub.Pipeline.Environments;

/// <summary>Who signs the hub's certificate: exactly one of <see cref="Authority"/> and <see cref="Provided"/> is set.</summary>
public sealed record CertificateSettings
{
    /// <summary>The namespace of cert-manager, which is also where a ClusterIssuer looks for its Secret.</summary>
    public string Namespace { get; init; } = "cert-manager";

    /// <summary>Name of the ClusterIssuer.</summary>
    public string Issuer { get; init; } = "onprem-ca";

    /// <summary>A self-signed certificate authority.</summary>
    public AuthoritySettings? Authority { get; init; }

    /// <summary>A certificate that the operator brings.</summary>
    public ProvidedCertificateSettings? Provided { get; init; }
}
