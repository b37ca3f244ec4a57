using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Ceph;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>
/// What keeps a node from mounting a bound claim: a claim can be bound and its volume still not be mounted, when the driver does not run
/// on the node or may not open the volume.
/// </summary>
internal static class MountObstacle
{
    /// <returns>The kubelet's words; null when nothing stands against it.</returns>
    public static string? Find(Cluster cluster, JsonObject pod, string claimName)
    {
        var claim = cluster.Get(Resources.PersistentVolumeClaims, pod.Text("metadata", "namespace"), claimName);
        var volume = cluster.Get(Resources.PersistentVolumes, null, claim.Text("spec", "volumeName") ?? "");
        if (volume.Text("spec", "csi", "driver") is not { } driver)
            return null;
        var name = volume.Text("metadata", "name");
        if (!RunsOn(cluster, driver, pod.Text("spec", "nodeName")!))
        {
            return $"MountVolume.MountDevice failed for volume \"{name}\" : kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: "
                + $"driver name {driver} not found in the list of registered CSI drivers";
        }
        if (volume.Child("spec", "csi", "nodeStageSecretRef") is not { } reference)
            return null;
        var (@namespace, secretName) = (reference.Text("namespace") ?? "", reference.Text("name") ?? "");
        if (cluster.Get(Resources.Secrets, @namespace, secretName) is not { } secret)
        {
            return $"MountVolume.MountDevice failed for volume \"{name}\" : fetching NodeStageSecretRef {@namespace}/{secretName} failed: "
                + $"kubernetes.io/csi: failed to find the secret {secretName} in the namespace {@namespace} with error: secrets \"{secretName}\" not found";
        }
        return PretendCeph.Accepts(SecretData.Read(secret, "userID") ?? "", SecretData.Read(secret, "userKey") ?? "")
            ? null
            : $"MountVolume.MountDevice failed for volume \"{name}\" : rpc error: code = Internal desc = failed to establish the connection: "
                + "failed to get connection: connecting failed: rados: ret=-13, Permission denied";
    }

    /// <summary>Whether a pod of the driver's DaemonSet is ready on the node.</summary>
    private static bool RunsOn(Cluster cluster, string driver, string node) => cluster.List(Resources.Pods).Any(pod =>
        pod.Text("spec", "nodeName") == node && Workloads.PodTemplate.IsReady(pod)
        && pod.Text("metadata", "labels", "app") is { } app && (app == driver + "-nodeplugin" || (app == "longhorn-csi-plugin" && driver == "driver.longhorn.io")));
}
