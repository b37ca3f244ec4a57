using JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;
using JupyterHub.Pipeline.Rehearsal.Controllers.ExternalDns;
using JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;
using JupyterHub.Pipeline.Rehearsal.Controllers.Network;
using JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers.Rook;
using JupyterHub.Pipeline.Rehearsal.Controllers.Storage;
using JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>All that runs in a rehearsed cluster: Kubernetes' own controllers, and those of what the platform installs.</summary>
internal static class PlatformControllers
{
    /// <param name="authority">The certificate of the API's authority, in PEM, which every namespace is given.</param>
    public static IReadOnlyList<Controller> All(Cluster cluster, ControllerLog log, string authority) =>
    [
        new NamespaceController(cluster, authority),
        new DeploymentController(cluster),
        new ReplicaSetController(cluster),
        new StatefulSetController(cluster),
        new DaemonSetController(cluster),
        new JobController(cluster),
        new PodController(cluster),
        new EndpointSliceController(cluster),
        new IngressStatusController(cluster),
        new ClaimController(cluster, [new CephVolumes(), new LonghornVolumes()]),
        new WebhookController(cluster),
        new IssuerController(cluster),
        new CertificateController(cluster),
        new IngressShimController(cluster),
        new CsiOperatorController(cluster),
        new CephClusterController(cluster),
        new LonghornController(cluster),
        new LonghornVolumeController(cluster),
        new ExternalDnsController(cluster, log),
    ];
}
