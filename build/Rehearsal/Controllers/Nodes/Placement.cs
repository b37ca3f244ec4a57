using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>Which nodes a pod may run on: node selector, required node affinity, taints.</summary>
internal static class Placement
{
    /// <summary>The node that the pod runs on, or is meant for by its affinity to one node's name; null when it is free.</summary>
    public static string? NodeOf(JsonObject pod) =>
        pod.Text("spec", "nodeName") ?? Terms(pod.Child("spec") ?? [])
            .SelectMany(term => term.Items("matchFields"))
            .FirstOrDefault(field => field.Text("key") == "metadata.name")
            ?.Texts("values").FirstOrDefault();

    /// <param name="spec">The pod's specification.</param>
    /// <param name="daemon">Daemons tolerate what the node's condition taints it with.</param>
    public static bool Fits(JsonObject spec, JsonObject node, bool daemon = false)
    {
        var labels = node.Child("metadata", "labels") ?? [];
        if (spec.Child("nodeSelector") is { } wanted && wanted.Any(label => labels.Text(label.Key) != label.Value.Text()))
            return false;
        var terms = Terms(spec).ToList();
        if (terms.Count > 0 && !terms.Any(term => Matches(term, node, labels)))
            return false;
        return node.Items("spec", "taints").All(taint => Tolerates(spec, taint) || (daemon && IsCondition(taint)));
    }

    private static IEnumerable<JsonObject> Terms(JsonObject spec) =>
        spec.Items("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms");

    private static bool Matches(JsonObject term, JsonObject node, JsonObject labels) =>
        term.Items("matchFields").All(field => Matches(field, node.Text("metadata", "name")))
        && term.Items("matchExpressions").All(expression => Matches(expression, labels.Text(expression.Text("key") ?? "")));

    private static bool Matches(JsonObject requirement, string? value) => requirement.Text("operator") switch
    {
        "In" => value is not null && requirement.Texts("values").Contains(value),
        "NotIn" => value is null || !requirement.Texts("values").Contains(value),
        "Exists" => value is not null,
        "DoesNotExist" => value is null,
        "Gt" => long.TryParse(value, out var number) && long.TryParse(requirement.Texts("values").FirstOrDefault(), out var least) && number > least,
        "Lt" => long.TryParse(value, out var number) && long.TryParse(requirement.Texts("values").FirstOrDefault(), out var most) && number < most,
        _ => false,
    };

    private static bool Tolerates(JsonObject spec, JsonObject taint)
    {
        if (taint.Text("effect") == "PreferNoSchedule")
            return true;
        return spec.Items("tolerations").Any(toleration =>
            (toleration.Text("effect") is null or "" || toleration.Text("effect") == taint.Text("effect"))
            && (toleration.Text("operator") == "Exists"
                ? toleration.Text("key") is null or "" || toleration.Text("key") == taint.Text("key")
                : toleration.Text("key") == taint.Text("key") && (toleration.Text("value") ?? "") == (taint.Text("value") ?? "")));
    }

    private static bool IsCondition(JsonObject taint) => taint.Text("key") is
        "node.kubernetes.io/not-ready" or "node.kubernetes.io/unreachable" or "node.kubernetes.io/unschedulable"
        or "node.kubernetes.io/disk-pressure" or "node.kubernetes.io/memory-pressure" or "node.kubernetes.io/pid-pressure";
}
