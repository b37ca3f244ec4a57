using System.Net;

namespace JupyterHub.Pipeline.Hub;

/// <summary>What users should find.</summary>
public sealed record HubExpectation
{
    /// <summary>The host name that users type.</summary>
    public required string Host { get; init; }

    /// <summary>The addresses that the name may have; empty when any is right.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>The port of the ingress; 443 but in a rehearsal.</summary>
    public int Port { get; init; } = 443;

    /// <summary>The certificates, in PEM, of the authority that must have issued the hub's.</summary>
    public required string AuthorityPem { get; init; }

    /// <summary>The namespace that the hub is in, for advice.</summary>
    public string Namespace { get; init; } = "jupyterhub";

    /// <summary>How long to wait for what is not there yet: the record, the certificate, the hub itself.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
