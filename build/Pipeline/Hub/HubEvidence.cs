using System.Net;

namespace JupyterHub.Pipeline.Hub;

/// <summary>What was seen of a hub that is as it should be.</summary>
public sealed record HubEvidence
{
    /// <summary>Where the DNS server sends users.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Whom the certificate is for: its subject and its host names.</summary>
    public required string CertificateSubject { get; init; }

    public required IReadOnlyList<string> CertificateHosts { get; init; }

    public required string CertificateIssuer { get; init; }

    /// <summary>When the certificate ends.</summary>
    public required DateTimeOffset CertificateNotAfter { get; init; }

    /// <summary>JupyterHub's version, as its API tells it.</summary>
    public required string Version { get; init; }

    /// <summary>Where users log in.</summary>
    public required Uri LoginPage { get; init; }

    /// <summary>How long the name took to resolve, in the attempt that succeeded.</summary>
    public required TimeSpan ResolveDuration { get; init; }

    /// <summary>How long the three pages took, connection and handshake included, in the attempt that succeeded.</summary>
    public required TimeSpan RequestDuration { get; init; }

    /// <summary>How long all of it took, waiting included.</summary>
    public required TimeSpan TotalDuration { get; init; }

    /// <summary>How often it was looked at.</summary>
    public required int Attempts { get; init; }
}
