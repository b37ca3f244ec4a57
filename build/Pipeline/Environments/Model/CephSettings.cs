namespace JupyterHub.Pipeline.Environments;

/// <summary>The external Ceph cluster, imported with Rook.</summary>
public sealed record CephSettings
{
    /// <summary>Full path of the output of Rook's <c>create-external-cluster-resources.py</c>, in its JSON or its bash form.</summary>
    public required string Export { get; init; }

    /// <summary>The namespace of Rook's operator and of the imported cluster.</summary>
    public string Namespace { get; init; } = "rook-ceph";

    /// <summary>The RBD pool that volumes are made in; the pool that the export names when absent.</summary>
    public string? Pool { get; init; }

    public string StorageClass { get; init; } = "ceph-rbd";

    public string FsType { get; init; } = "ext4";
}
