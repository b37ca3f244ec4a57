using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Storage;

/// <summary>Rook, as the importer of a Ceph cluster that exists already. Since Rook 1.20 that takes three charts, in this order.</summary>
public static class RookCeph
{
    public static HelmRelease Operator(DeploymentEnvironment environment)
        => new("rook-ceph", environment.Storage.Ceph.Namespace, environment.Charts.RookCeph, "rook-ceph.yaml");

    public static HelmRelease Drivers(DeploymentEnvironment environment)
        => new("ceph-csi-drivers", environment.Storage.Ceph.Namespace, environment.Charts.CephCsiDrivers, "ceph-csi-drivers.yaml");

    public static HelmRelease Cluster(DeploymentEnvironment environment)
        => new("rook-ceph-cluster", environment.Storage.Ceph.Namespace, environment.Charts.RookCephCluster, "rook-ceph-cluster.yaml");

    /// <summary>
    /// The external cluster is connected and the driver that makes volumes runs. helm alone would be content without
    /// either: the drivers' pods are made by an operator, not by a chart.
    /// </summary>
    public static IReadOnlyList<Readiness> IsConnected(DeploymentEnvironment environment)
    {
        var @namespace = environment.Storage.Ceph.Namespace;
        return
        [
            Readiness.Field(new ObjectReference("ceph.rook.io/v1", "CephCluster", @namespace, @namespace), "Connected", "status", "phase"),
            Readiness.Deployment(@namespace, $"{@namespace}.rbd.csi.ceph.com-ctrlplugin"),
            Readiness.DaemonSet(@namespace, $"{@namespace}.rbd.csi.ceph.com-nodeplugin"),
        ];
    }
}
