namespace JupyterHub.Pipeline.Storage;

/// <summary>
/// What an existing Ceph cluster hands to one that imports it: the output of Rook's <c>create-external-cluster-resources.py</c>
/// (<see href="https://rook.io/docs/rook/latest/CRDs/Cluster/external-cluster/provider-export/"/>).
/// </summary>
public sealed record CephExport
{
    /// <summary>The Ceph cluster's identity.</summary>
    public required string Fsid { get; init; }

    /// <summary>The monitors, <c>a=10.0.0.1:6789,b=…</c>; port 3300 asks for the second messenger protocol.</summary>
    public required string Monitors { get; init; }

    /// <summary>Looks after the connection, with read-only rights.</summary>
    public required CephCredentials HealthChecker { get; init; }

    /// <summary>Maps images on nodes.</summary>
    public required CephCredentials Node { get; init; }

    /// <summary>Makes and deletes images.</summary>
    public required CephCredentials Provisioner { get; init; }

    /// <summary>The pool for users' volumes.</summary>
    public required string Pool { get; init; }
}
