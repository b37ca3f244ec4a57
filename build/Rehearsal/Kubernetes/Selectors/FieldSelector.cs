using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>A field selector of a request: <c>metadata.name=hub,status.phase!=Running</c>.</summary>
internal sealed class FieldSelector(IReadOnlyList<(string Field, bool Equal, string Value)> requirements)
{
    // What the real API selects by, beyond metadata.name and metadata.namespace (pkg/registry, GetAttrs of each kind).
    private static readonly Dictionary<string, string[]> Selectable = new()
    {
        ["pods"] =
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.nominatedNodeName",
        ],
        ["events"] =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
            "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
        ],
        ["events.events.k8s.io"] = ["regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid", "reason", "type"],
        ["secrets"] = ["type"],
        ["namespaces"] = ["status.phase"],
        ["nodes"] = ["spec.unschedulable"],
        ["services"] = ["spec.clusterIP", "spec.type"],
        ["jobs.batch"] = ["status.successful"],
        ["replicasets.apps"] = ["status.replicas"],
        ["replicationcontrollers"] = ["status.replicas"],
        ["certificatesigningrequests.certificates.k8s.io"] = ["spec.signerName"],
    };

    public bool IsEmpty => requirements.Count == 0;

    /// <summary>The name that the selector asks for, when it asks for one: a single object need not be searched.</summary>
    public string? Name => requirements.FirstOrDefault(requirement => requirement is { Field: "metadata.name", Equal: true }).Value;

    /// <exception cref="ApiStatusException">400: malformed, or a field that this type is not selected by.</exception>
    public static FieldSelector Parse(ResourceType type, string? text)
    {
        var requirements = new List<(string, bool, string)>();
        foreach (var term in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = term.IndexOf('=');
            if (at <= 0)
                throw ApiErrors.BadRequest($"Unable to find \"{type.GroupResource}\" that match label selector \"\", field selector \"{text}\": invalid field selector: \"{term}\"; can't understand '{term}'");
            var equal = term[at - 1] != '!';
            var field = term[..(equal ? at : at - 1)];
            if (field is not ("metadata.name" or "metadata.namespace") && !Selectable.GetValueOrDefault(type.GroupResource, []).Contains(field))
                throw ApiErrors.BadRequest($"field label not supported: {field}");
            requirements.Add((field, equal, term[(at + 1)..].TrimStart('=')));
        }
        return new FieldSelector(requirements);
    }

    public bool Matches(JsonObject document) => requirements.All(requirement => (Value(document, requirement.Field) == requirement.Value) == requirement.Equal);

    private static string Value(JsonObject document, string field) => field switch
    {
        "source" => document.Text("source", "component") ?? "",
        "status.successful" => (document.Number("status", "succeeded") ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "spec.unschedulable" or "spec.hostNetwork" => document.At(field.Split('.'))?.ToJsonString() ?? "false",
        _ => document.At(field.Split('.'))?.ToString() ?? "",
    };
}
