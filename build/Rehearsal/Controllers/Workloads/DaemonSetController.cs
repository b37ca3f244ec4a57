using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>Keeps one pod on every node that a DaemonSet fits.</summary>
internal sealed class DaemonSetController(Cluster cluster)
    : WorkloadController(cluster, Resources.DaemonSets, "DaemonSet", Resources.Pods)
{
    private const string HashLabel = "controller-revision-hash";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change) =>
        change.Resource == Resources.Nodes ? Cluster.Keys(Resources.DaemonSets) : base.Affected(change);

    protected override TimeSpan? Reconcile(ObjectKey key, JsonObject document)
    {
        var hash = PodTemplate.Hash(document.At("spec", "template"));
        var spec = document.Child("spec", "template", "spec") ?? [];
        var nodes = Cluster.List(Resources.Nodes).Where(node => Placement.Fits(spec, node, daemon: true)).Select(node => node.Text("metadata", "name")!).ToList();
        var pods = Cluster.Owned(Resources.Pods, document).ToList();
        var onDelete = document.Text("spec", "updateStrategy", "type") == "OnDelete";
        foreach (var pod in pods.ToList())
        {
            var outdated = !onDelete && pod.Text("metadata", "labels", HashLabel) != hash;
            if (!nodes.Contains(Placement.NodeOf(pod) ?? "") || outdated || !PodTemplate.IsActive(pod))
            {
                Remove(key, pod);
                pods.Remove(pod);
            }
        }
        foreach (var node in nodes.Where(node => pods.All(pod => Placement.NodeOf(pod) != node)))
        {
            if (TryCreate(key, PodFor(key, document, node, hash)) is not null)
                break;
        }

        pods = [.. Cluster.Owned(Resources.Pods, document).Where(PodTemplate.IsActive)];
        var ready = pods.Count(PodTemplate.IsReady);
        Cluster.ChangeStatus(key, status =>
        {
            status["currentNumberScheduled"] = pods.Count;
            status["desiredNumberScheduled"] = nodes.Count;
            status["numberMisscheduled"] = 0;
            status["numberReady"] = ready;
            status["numberAvailable"] = ready;
            status["numberUnavailable"] = nodes.Count - ready;
            status["updatedNumberScheduled"] = pods.Count(pod => pod.Text("metadata", "labels", HashLabel) == hash);
            status["observedGeneration"] = document.Number("metadata", "generation") ?? 1;
        }, Manager);
        return null;
    }

    private static JsonObject PodFor(ObjectKey key, JsonObject document, string node, string hash)
    {
        var pod = PodTemplate.Pod(document, [KeyValuePair.Create(HashLabel, hash)]);
        pod["metadata"]!["generateName"] = key.Name + "-";
        // The scheduler places it; the affinity says where, as the real controller does it.
        pod.Ensure("spec", "affinity", "nodeAffinity")["requiredDuringSchedulingIgnoredDuringExecution"] = new JsonObject
        {
            ["nodeSelectorTerms"] = new JsonArray(new JsonObject
            {
                ["matchFields"] = new JsonArray(new JsonObject { ["key"] = "metadata.name", ["operator"] = "In", ["values"] = new JsonArray(node) }),
            }),
        };
        var tolerations = pod.At("spec", "tolerations") as JsonArray ?? [];
        pod["spec"]!["tolerations"] = tolerations.Parent is null ? tolerations : tolerations.DeepClone();
        foreach (var taint in new[] { "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable" })
            ((JsonArray)pod["spec"]!["tolerations"]!).Add(new JsonObject { ["key"] = taint, ["operator"] = "Exists", ["effect"] = "NoExecute" });
        return pod;
    }
}
