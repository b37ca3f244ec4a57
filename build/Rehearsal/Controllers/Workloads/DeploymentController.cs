using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>Rolls a Deployment out: a ReplicaSet for each version of its template, old ones scaled down as the new one becomes available.</summary>
internal sealed class DeploymentController(Cluster cluster)
    : WorkloadController(cluster, Resources.Deployments, "Deployment", Resources.ReplicaSets)
{
    private const string Revision = "deployment.kubernetes.io/revision";
    private const string HashLabel = "pod-template-hash";

    protected override TimeSpan? Reconcile(ObjectKey key, JsonObject document)
    {
        var sets = Cluster.Owned(Resources.ReplicaSets, document).ToList();
        var hash = PodTemplate.Hash(document.At("spec", "template"));
        var current = sets.FirstOrDefault(set => set.Text("metadata", "labels", HashLabel) == hash);
        var old = sets.Where(set => set != current).ToList();
        if (document.Flag("spec", "paused") != true)
        {
            current ??= CreateSet(key, document, hash, old);
            RaiseRevision(key, current, old);
            var wanted = (int)(document.Number("spec", "replicas") ?? 1);
            if (document.Text("spec", "strategy", "type") == "Recreate")
                Recreate(current, old, wanted);
            else
                RollingUpdate.Step(document, current, old, wanted, Scale);
            Forget(document, old);
        }
        return Report(key, document, hash);
    }

    private JsonObject CreateSet(ObjectKey key, JsonObject document, string hash, List<JsonObject> old)
    {
        var template = (JsonObject)document.At("spec", "template")!.DeepClone();
        template.Ensure("metadata", "labels")[HashLabel] = hash;
        var selector = document.Child("spec", "selector")?.DeepClone() as JsonObject ?? [];
        selector.Ensure("matchLabels")[HashLabel] = hash;
        return Cluster.Create(Resources.ReplicaSets, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{key.Name}-{hash}",
                ["namespace"] = key.Namespace,
                ["labels"] = template.At("metadata", "labels")!.DeepClone(),
                ["annotations"] = new JsonObject { [Revision] = Text(Highest(old) + 1) },
                ["ownerReferences"] = new JsonArray(Cluster.OwnerReference(document)),
            },
            ["spec"] = new JsonObject { ["replicas"] = 0, ["selector"] = selector, ["template"] = template },
        }, Manager);
    }

    private void RaiseRevision(ObjectKey key, JsonObject current, List<JsonObject> old)
    {
        var revision = Text(Math.Max(RevisionOf(current), Highest(old) + 1));
        Cluster.Change(Cluster.KeyOf(Resources.ReplicaSets, current), set => set.Ensure("metadata", "annotations")[Revision] = revision, Manager);
        Cluster.Change(key, live => live.Ensure("metadata", "annotations")[Revision] = revision, Manager);
    }

    /// <summary>No new pod before the last old one is gone: two of them must never share a volume.</summary>
    private void Recreate(JsonObject current, List<JsonObject> old, int wanted)
    {
        foreach (var set in old)
            Scale(set, 0);
        if (old.All(set => Cluster.Owned(Resources.Pods, set).Count == 0))
            Scale(current, wanted);
    }

    private void Scale(JsonObject set, int replicas)
    {
        if (set.Number("spec", "replicas") != replicas)
            Cluster.Change(Cluster.KeyOf(Resources.ReplicaSets, set), live => live.Ensure("spec")["replicas"] = replicas, Manager);
    }

    private void Forget(JsonObject document, List<JsonObject> old)
    {
        var kept = (int)(document.Number("spec", "revisionHistoryLimit") ?? 10);
        var idle = old.Where(set => (set.Number("spec", "replicas") ?? 0) == 0 && (set.Number("status", "replicas") ?? 0) == 0)
            .OrderByDescending(RevisionOf);
        foreach (var set in idle.Skip(kept))
            Cluster.Delete(Cluster.KeyOf(Resources.ReplicaSets, set));
    }

    private TimeSpan? Report(ObjectKey key, JsonObject document, string hash)
    {
        var sets = Cluster.Owned(Resources.ReplicaSets, document);
        var current = sets.FirstOrDefault(set => set.Text("metadata", "labels", HashLabel) == hash);
        if (Cluster.Get(key) is null)
            return null;
        TimeSpan? again = null;
        Cluster.ChangeStatus(
            key, status => again = DeploymentStatus.Write(status, document, current, sets, Cluster.Time.GetUtcNow()), Manager);
        return again;
    }

    private static long Highest(List<JsonObject> sets) => sets.Count == 0 ? 0 : sets.Max(RevisionOf);

    private static long RevisionOf(JsonObject set) =>
        long.TryParse(set.Text("metadata", "annotations", Revision), out var revision) ? revision : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
