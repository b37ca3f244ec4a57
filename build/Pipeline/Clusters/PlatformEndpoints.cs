using System.Net;

namespace JupyterHub.Pipeline.Clusters;

/// <summary>What a platform is reached through. Production and rehearsal differ in these values and in nothing else.</summary>
public sealed record PlatformEndpoints
{
    /// <summary>Path of the kubeconfig file, readable by its owner only.</summary>
    public required string Kubeconfig { get; init; }

    /// <summary>The kubeconfig's context; its current context when absent.</summary>
    public string? Context { get; init; }

    /// <summary>The DNS server of the environment's zone; the environment's own <c>dns.bind9.server</c> when absent.</summary>
    public IPEndPoint? NameServer { get; init; }

    /// <summary>The port on which the ingress answers HTTPS.</summary>
    public int HttpsPort { get; init; } = 443;

    /// <summary>A directory of charts that stand in for the published ones where no chart source is reachable; absent in production.</summary>
    public string? StandInCharts { get; init; }
}
