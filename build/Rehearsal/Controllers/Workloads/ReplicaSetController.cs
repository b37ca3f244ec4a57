using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>Keeps as many pods as a ReplicaSet asks for.</summary>
internal sealed class ReplicaSetController(Cluster cluster)
    : WorkloadController(cluster, Resources.ReplicaSets, "ReplicaSet", Resources.Pods)
{
    protected override TimeSpan? Reconcile(ObjectKey key, JsonObject document)
    {
        var wanted = (int)(document.Number("spec", "replicas") ?? 1);
        var pods = Cluster.Owned(Resources.Pods, document).Where(PodTemplate.IsActive).ToList();
        string? refused = null;
        for (var missing = wanted - pods.Count; missing > 0 && refused is null; missing--)
        {
            var pod = PodTemplate.Pod(document, []);
            pod["metadata"]!["generateName"] = key.Name + "-";
            refused = TryCreate(key, pod);
        }
        // Those that are not ready go first, then the youngest.
        foreach (var pod in pods.OrderBy(PodTemplate.IsReady).ThenByDescending(pod => pod.Text("metadata", "creationTimestamp")).Take(pods.Count - wanted))
            Remove(key, pod);

        pods = [.. Cluster.Owned(Resources.Pods, document).Where(PodTemplate.IsActive)];
        var ready = pods.Count(PodTemplate.IsReady);
        Cluster.ChangeStatus(key, status =>
        {
            status["replicas"] = pods.Count;
            status["fullyLabeledReplicas"] = pods.Count;
            status["readyReplicas"] = ready;
            status["availableReplicas"] = ready;
            status["observedGeneration"] = document.Number("metadata", "generation") ?? 1;
            if (refused is not null)
                Conditions.Set(status, "ReplicaFailure", true, "FailedCreate", refused, Cluster.Now);
            else
                Conditions.Remove(status, "ReplicaFailure");
        }, Manager);
        return null;
    }
}
