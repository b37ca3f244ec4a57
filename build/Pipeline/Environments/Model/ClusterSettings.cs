namespace JupyterHub.Pipeline.Environments;

/// <summary>The Kubernetes cluster.</summary>
public sealed record ClusterSettings
{
    public required ClusterProvider Provider { get; init; }

    /// <summary>Full path of the kubeconfig of an existing cluster; absent means <c>KUBECONFIG</c> or the default file.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary>The kubeconfig's context; its current one when absent.</summary>
    public string? Context { get; init; }

    /// <summary>The cluster's version, <c>v1.35.7+rke2r1</c>; unknown for an existing cluster unless the file says it.</summary>
    public KubernetesVersion? Version { get; init; }

    /// <summary>The machines that become RKE2 servers, in joining order.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>The machines that become RKE2 agents.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    public RehearsalSettings Rehearsal { get; init; } = new();

    /// <summary>How many nodes the cluster has, where the file decides it; <see langword="null"/> for an existing cluster.</summary>
    public int? NodeCount => Provider switch
    {
        ClusterProvider.Rehearsal => Rehearsal.Nodes,
        ClusterProvider.Rke2 => Servers.Count + Agents.Count,
        _ => null,
    };
}
