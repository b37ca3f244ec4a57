namespace JupyterHub.Pipeline.Environments;

/// <summary>Where data lives.</summary>
public sealed record StorageSettings
{
    public required CephSettings Ceph { get; init; }

    public LonghornSettings Longhorn { get; init; } = new();
}
