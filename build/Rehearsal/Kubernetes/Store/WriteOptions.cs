namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>How a write is done.</summary>
public sealed record WriteOptions
{
    public static readonly WriteOptions Default = new();

    /// <summary>Who the written fields belong to in <c>metadata.managedFields</c>.</summary>
    public string FieldManager { get; init; } = "kube-controller-manager";

    /// <summary>Validates and answers as if the write had been done, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>What to do about fields that the type does not have: <c>Strict</c>, <c>Warn</c>, or anything else to drop them silently.</summary>
    public string FieldValidation { get; init; } = "Ignore";

    /// <summary>Receives warnings for the client.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>The patch that led to the object, which refusals quote.</summary>
    internal string? Patch { get; init; }

    /// <summary>Called when the write has changed something, and not when it left everything as it was.</summary>
    internal Action? Committed { get; init; }

    /// <summary>For server-side apply: takes fields over from other managers instead of failing.</summary>
    public bool Force { get; init; }
}
