namespace JupyterHub.Pipeline.Environments;

/// <summary>How long the pipeline waits.</summary>
public sealed record TimeoutSettings
{
    /// <summary>For the cluster to answer and its nodes to be ready.</summary>
    public TimeSpan Cluster { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>For one Helm release.</summary>
    public TimeSpan Release { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For what has been applied to become ready.</summary>
    public TimeSpan Ready { get; init; } = TimeSpan.FromMinutes(10);
}
