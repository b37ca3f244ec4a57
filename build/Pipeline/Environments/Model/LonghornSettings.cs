namespace JupyterHub.Pipeline.Environments;

/// <summary>Longhorn, which serves the volume that all users share.</summary>
public sealed record LonghornSettings
{
    public string Namespace { get; init; } = "longhorn-system";

    /// <summary>How many copies each volume has, at most one per node.</summary>
    public int Replicas { get; init; } = 3;

    /// <summary>The directory on every node that holds the copies.</summary>
    public string DataPath { get; init; } = "/var/lib/longhorn";

    public SharedVolumeSettings Shared { get; init; } = new();
}
