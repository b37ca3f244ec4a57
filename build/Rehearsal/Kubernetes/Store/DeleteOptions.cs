namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>How an object is deleted.</summary>
public sealed record DeleteOptions
{
    public static readonly DeleteOptions Default = new();

    /// <summary>What becomes of the objects that it owns: <c>Background</c> (default), <c>Foreground</c> or <c>Orphan</c>.</summary>
    public string? Propagation { get; init; }

    /// <summary>Only this incarnation of the object.</summary>
    public string? Uid { get; init; }

    /// <summary>Only this version of the object.</summary>
    public string? ResourceVersion { get; init; }

    public bool DryRun { get; init; }

    internal Action? Committed { get; init; }
}
