namespace JupyterHub.Pipeline.Environments;

/// <summary>The volume that is mounted in every user's server.</summary>
public sealed record SharedVolumeSettings
{
    public string StorageClass { get; init; } = "longhorn-shared";

    /// <summary>Name of the PersistentVolumeClaim in the hub's namespace.</summary>
    public string Claim { get; init; } = "jupyterhub-shared";

    public Quantity Size { get; init; } = Quantity.Parse("100Gi");

    /// <summary>Absolute path in every user's server.</summary>
    public string MountPath { get; init; } = "/home/jovyan/shared";
}
