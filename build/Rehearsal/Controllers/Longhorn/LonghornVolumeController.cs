using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>Attaches Longhorn's volumes where pods use them, serves shared ones from a share manager, and forgets those whose volume is gone.</summary>
internal sealed class LonghornVolumeController(Cluster cluster) : Controller(cluster)
{
    private const string Manager = "longhorn-manager";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        switch (change.Resource)
        {
            case Resources.LonghornVolumes:
                return change.IsDeletion ? [] : [change.Key];
            case Resources.PersistentVolumes when change.Object.Text("spec", "csi", "driver") == LonghornComponents.Driver:
                return Cluster.Keys(Resources.LonghornVolumes).Where(key => key.Name == change.Name);
            case Resources.Pods when change.Object.Items("spec", "volumes").Any(volume => volume.Child("persistentVolumeClaim") is not null):
                return Cluster.Keys(Resources.LonghornVolumes);
            default:
                return LonghornComponents.Concerns(change) ? Cluster.Keys(Resources.LonghornVolumes) : [];
        }
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } volume && LonghornComponents.Managers(Cluster) is { Count: > 0 } managers)
            Reconcile(key, volume, managers.Count);
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private void Reconcile(ObjectKey key, JsonObject volume, int nodes)
    {
        var persistent = Cluster.Get(Resources.PersistentVolumes, null, key.Name);
        if (persistent is null)
        {
            // It was bound before, so it was deleted; one that was never bound is about to be.
            if (volume.Text("status", "kubernetesStatus", "pvName") is not null)
                Cluster.Delete(key);
            return;
        }
        var user = Cluster.List(Resources.Pods, persistent.Text("spec", "claimRef", "namespace")).FirstOrDefault(pod =>
            pod.Text("status", "phase") == "Running"
            && pod.Items("spec", "volumes").Any(each => each.Text("persistentVolumeClaim", "claimName") == persistent.Text("spec", "claimRef", "name")));
        var healthy = (volume.Number("spec", "numberOfReplicas") ?? 1) <= nodes;
        var shared = volume.Text("spec", "accessMode") == "rwx";
        Cluster.ChangeStatus(key, status =>
        {
            status["kubernetesStatus"] = new JsonObject
            {
                ["pvName"] = key.Name,
                ["pvStatus"] = persistent.Text("status", "phase") ?? "",
                ["namespace"] = persistent.Text("spec", "claimRef", "namespace"),
                ["pvcName"] = persistent.Text("spec", "claimRef", "name"),
            };
            status["state"] = user is null ? "detached" : "attached";
            status["robustness"] = user is null ? "unknown" : healthy ? "healthy" : "degraded";
            status["currentNodeID"] = user?.Text("spec", "nodeName") ?? "";
            if (shared)
                status["shareState"] = user is null ? "stopped" : "running";
            Conditions.Set(status, "Schedulable", healthy, healthy ? "" : "ReplicaSchedulingFailure", healthy ? "" : "precheck new replica failed: insufficient storage", Cluster.Now);
        }, Manager);
        if (shared && Cluster.Serves(Resources.ShareManagers))
            Share(key, user is not null);
    }

    private void Share(ObjectKey volume, bool running)
    {
        var key = volume with { Resource = Resources.ShareManagers };
        Cluster.Ensure(Resources.ShareManagers, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = key.Name, ["namespace"] = key.Namespace },
            ["spec"] = new JsonObject { ["image"] = "longhornio/longhorn-share-manager:v1.12.1" },
        }, Manager);
        Cluster.ChangeStatus(key, status => status["state"] = running ? "running" : "stopped", Manager);
    }
}
