using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>What is asked of a live object before the next step may start.</summary>
/// <param name="Object">The object.</param>
/// <param name="Describe">
/// Says what is missing, in a few words and with the object's own status; <see langword="null"/> when it is ready. It is asked with
/// <see langword="null"/> while the object does not exist.
/// </param>
public sealed record Readiness(ObjectReference Object, Func<JsonObject?, string?> Describe)
{
    /// <summary>Every replica is updated and available, of the generation that was asked for (apps/v1 DeploymentStatus).</summary>
    public static Readiness Deployment(string @namespace, string name)
        => new(new ObjectReference("apps/v1", "Deployment", @namespace, name), x => Observed(x) ?? Replicas(
            Number(x!["spec"]?["replicas"], 1), Number(x["status"]?["updatedReplicas"], 0), Number(x["status"]?["availableReplicas"], 0), x));

    /// <summary>A pod is available on every node that is asked for (apps/v1 DaemonSetStatus).</summary>
    public static Readiness DaemonSet(string @namespace, string name)
        => new(new ObjectReference("apps/v1", "DaemonSet", @namespace, name), x => Observed(x) ?? Replicas(
            Math.Max(1, Number(x!["status"]?["desiredNumberScheduled"], 0)), Number(x["status"]?["updatedNumberScheduled"], 0), Number(x["status"]?["numberAvailable"], 0), x));

    /// <summary>A claim has its volume.</summary>
    public static Readiness Bound(string @namespace, string claim)
        => new(new ObjectReference("v1", "PersistentVolumeClaim", @namespace, claim),
            x => x is null ? "does not exist" : Is(x["status"]?["phase"], "Bound"));

    /// <summary>The condition has status True, for the generation that was asked for where the condition tells it.</summary>
    public static Readiness Condition(ObjectReference reference, string type)
        => new(reference, x => x is null ? "does not exist" : MissingCondition(x, type));

    /// <summary>The object exists.</summary>
    public static Readiness Exists(ObjectReference reference) => new(reference, x => x is null ? "does not exist" : null);

    /// <summary>A field, given by its path, has a value.</summary>
    public static Readiness Field(ObjectReference reference, string value, params string[] path)
        => new(reference, x => x is null ? "does not exist"
            : Is(path.Aggregate((JsonNode?)x, (node, key) => (node as JsonObject)?[key]), value, string.Join('.', path)) is not { } missing ? null
            : x["status"] is JsonObject status && (string?)status["message"] is { Length: > 0 } message ? $"{missing} ({message})" : missing);

    private static string? Is(JsonNode? node, string expected, string name = "phase")
        => (string?)node == expected ? null : $"{name} {(string?)node ?? "not set"}, waiting for {expected}";

    private static string? MissingCondition(JsonObject value, string type)
    {
        var condition = Conditions(value).FirstOrDefault(x => (string?)x["type"] == type);
        if (condition is null)
            return $"has no condition {type} yet";
        if ((string?)condition["status"] == "True" && Number(condition["observedGeneration"], int.MaxValue) >= Number(value["metadata"]?["generation"], 0))
            return null;
        return $"{type} is {(string?)condition["status"]}: {(string?)condition["reason"]} {(string?)condition["message"]}".TrimEnd(' ', ':');
    }

    private static string? Observed(JsonObject? value)
        => value is null ? "does not exist"
            : Number(value["status"]?["observedGeneration"], 0) < Number(value["metadata"]?["generation"], 0) ? "its latest change is not observed yet"
            : null;

    private static string? Replicas(int asked, int updated, int available, JsonObject workload)
        => updated >= asked && available >= asked ? null : $"{Math.Min(updated, available)}/{asked} available{Complaint(workload)}";

    private static string Complaint(JsonObject workload)
        => Conditions(workload).FirstOrDefault(x => (string?)x["status"] == "False") is { } condition ? $", {(string?)condition["reason"]}: {(string?)condition["message"]}".TrimEnd(' ', ':') : "";

    private static IEnumerable<JsonObject> Conditions(JsonObject value) => (value["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>();

    private static int Number(JsonNode? node, int absent) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : absent;
}
