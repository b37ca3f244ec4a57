namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>How a write is done.</summary>
public sealed record WriteOptions
{
    public static readonly WriteOptions Default = new();

    /// <summary>Who the written fields belong to in <c>metadata.managedFields</c>.</summary>
    public string FieldManager { get; init; } = "kube-controller-manager";

    /// <summary>Validates and answers as if the write had been done, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>For server-side apply: takes fields over from other managers instead of failing.</summary>
    public bool Force { get; init; }
}
