using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>Keeps the numbered pods of a StatefulSet, one after the other unless it asks for all at once, each with its own claims.</summary>
internal sealed class StatefulSetController(Cluster cluster)
    : WorkloadController(cluster, Resources.StatefulSets, "StatefulSet", Resources.Pods)
{
    private const string HashLabel = "controller-revision-hash";

    protected override TimeSpan? Reconcile(ObjectKey key, JsonObject document)
    {
        var wanted = (int)(document.Number("spec", "replicas") ?? 1);
        var revision = $"{key.Name}-{PodTemplate.Hash(document.At("spec", "template"))}";
        var parallel = document.Text("spec", "podManagementPolicy") == "Parallel";
        var pods = Cluster.Owned(Resources.Pods, document).ToDictionary(pod => pod.Text("metadata", "name")!);
        for (var ordinal = 0; ordinal < wanted; ordinal++)
        {
            var name = $"{key.Name}-{ordinal}";
            if (pods.TryGetValue(name, out var pod) && (!PodTemplate.IsActive(pod) || pod.Text("metadata", "labels", HashLabel) != revision))
            {
                Remove(key, pod);
                pods.Remove(name);
            }
            if (!pods.ContainsKey(name) && TryCreate(key, PodFor(document, name, ordinal, revision)) is not null)
                break;
            if (!parallel && !(Cluster.Get(Resources.Pods, key.Namespace, name) is { } current && PodTemplate.IsReady(current)))
                break;
        }
        foreach (var pod in pods.Values.Where(pod => OrdinalOf(key, pod) >= wanted).OrderByDescending(pod => OrdinalOf(key, pod)))
            Remove(key, pod);

        var all = Cluster.Owned(Resources.Pods, document).Where(PodTemplate.IsActive).ToList();
        var ready = all.Count(PodTemplate.IsReady);
        Cluster.ChangeStatus(key, status =>
        {
            var updated = all.Count(pod => pod.Text("metadata", "labels", HashLabel) == revision);
            status["replicas"] = all.Count;
            status["readyReplicas"] = ready;
            status["availableReplicas"] = ready;
            status["currentReplicas"] = updated;
            status["updatedReplicas"] = updated;
            status["currentRevision"] = revision;
            status["updateRevision"] = revision;
            status["collisionCount"] = 0;
            status["observedGeneration"] = document.Number("metadata", "generation") ?? 1;
        }, Manager);
        return null;
    }

    private JsonObject PodFor(JsonObject document, string name, int ordinal, string revision)
    {
        var pod = PodTemplate.Pod(document, new Dictionary<string, string>
        {
            [HashLabel] = revision,
            ["statefulset.kubernetes.io/pod-name"] = name,
            ["apps.kubernetes.io/pod-index"] = ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        pod["metadata"]!["name"] = name;
        pod["spec"]!["hostname"] = name;
        foreach (var template in document.Items("spec", "volumeClaimTemplates"))
        {
            var volume = template.Text("metadata", "name")!;
            var claim = (JsonObject)template.DeepClone();
            claim.Remove("status");
            claim.Ensure("metadata")["name"] = $"{volume}-{name}";
            claim.Ensure("metadata")["namespace"] = pod.Text("metadata", "namespace");
            if (Cluster.Get(Cluster.KeyOf(Resources.PersistentVolumeClaims, claim)) is null)
                Cluster.Create(Resources.PersistentVolumeClaims, claim, Manager);
            if (pod["spec"]!["volumes"] is not JsonArray volumes)
                pod["spec"]!["volumes"] = volumes = [];
            volumes.Add(new JsonObject { ["name"] = volume, ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = $"{volume}-{name}" } });
        }
        return pod;
    }

    private static int OrdinalOf(ObjectKey key, JsonObject pod) =>
        int.TryParse(pod.Text("metadata", "name")![(key.Name.Length + 1)..], out var ordinal) ? ordinal : 0;
}
