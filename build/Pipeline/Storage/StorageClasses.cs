using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Storage;

/// <summary>What a cluster says to a StorageClass before it is applied; reads only.</summary>
public static class StorageClasses
{
    private const string ApiVersion = "storage.k8s.io/v1";

    private static readonly string[] DefaultAnnotations =
        ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

    // ValidateStorageClassUpdate in Kubernetes; the second is what the API server fills in.
    private static readonly (string Field, string? Default)[] Immutable =
        [("provisioner", null), ("reclaimPolicy", "Delete"), ("volumeBindingMode", "Immediate")];

    /// <summary>Checks the StorageClasses among objects, and passes over all others.</summary>
    /// <exception cref="ProblemException">
    /// A class exists with values that can't change (HUB2103), or is to be the default while another one is (HUB2104): every one of them.
    /// </exception>
    public static async Task RequireAsync(KubernetesCluster cluster, IReadOnlyList<JsonObject> objects, CancellationToken cancellation)
    {
        var asked = objects.Where(x => (string?)x["kind"] == "StorageClass").ToList();
        if (asked.Count == 0)
            return;
        var live = await cluster.ListAsync(ApiVersion, "StorageClass", @namespace: null, labelSelector: null, cancellation);
        var problems = asked.SelectMany(x => Check(x, live, cluster.Endpoints)).ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static IEnumerable<Problem> Check(JsonObject asked, IReadOnlyList<JsonObject> live, PlatformEndpoints endpoints)
    {
        var name = Name(asked);
        var differences = live.FirstOrDefault(x => Name(x) == name) is { } same ? Differences(asked, same).ToList() : [];
        if (differences.Count > 0)
        {
            yield return new Problem(StorageProblems.ClassImmutable, $"StorageClass {name} exists, and {string.Join(" and ", differences)}.")
            {
                Location = $"StorageClass {name}",
            };
        }
        if (!IsDefault(asked))
            yield break;
        foreach (var other in live.Where(x => Name(x) != name && IsDefault(x)).Select(Name))
        {
            yield return new Problem(StorageProblems.SecondDefault, $"StorageClass {other} is the cluster's default, and {name} is to be it.")
            {
                Location = $"StorageClass {other}",
                NextStep = endpoints.Command("kubectl", $"annotate storageclass {other} {string.Join(' ', DefaultAnnotations.Select(x => x + "-"))}"),
            };
        }
    }

    private static IEnumerable<string> Differences(JsonObject asked, JsonObject live)
    {
        foreach (var (field, unset) in Immutable)
        {
            if (Difference(field, (string?)live[field] ?? unset, (string?)asked[field] ?? unset) is { } difference)
                yield return difference;
        }
        var (now, then) = (live["parameters"] as JsonObject ?? [], asked["parameters"] as JsonObject ?? []);
        foreach (var key in now.Select(x => x.Key).Union(then.Select(x => x.Key)).Order(StringComparer.Ordinal))
        {
            if (Difference("parameters." + key, (string?)now[key], (string?)then[key]) is { } difference)
                yield return difference;
        }
    }

    private static string? Difference(string field, string? live, string? asked)
        => live == asked ? null : $"its {field} can't change from {live ?? "nothing"} to {asked ?? "nothing"}";

    private static string Name(JsonObject value) => (string)value["metadata"]!["name"]!;

    private static bool IsDefault(JsonObject value)
        => value["metadata"]?["annotations"] is JsonObject annotations && DefaultAnnotations.Any(x => (string?)annotations[x] == "true");
}
