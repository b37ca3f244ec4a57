namespace JupyterHub.Pipeline.Environments;

/// <summary>A volume on the Ceph StorageClass.</summary>
public sealed record VolumeSettings
{
    public required Quantity Size { get; init; }
}
