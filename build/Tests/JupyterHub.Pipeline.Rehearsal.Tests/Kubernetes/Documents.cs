using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

internal static class Documents
{
    public static JsonObject Named(string name, string? @namespace = "default", Action<JsonObject>? more = null)
    {
        var document = new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } };
        if (@namespace is not null)
            document["metadata"]!["namespace"] = @namespace;
        more?.Invoke(document);
        return document;
    }

    public static JsonObject ConfigMap(string name, string key = "a", string value = "1") =>
        Named(name, more: document => document["data"] = new JsonObject { [key] = value });

    public static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    public static JsonObject OwnedBy(this JsonObject document, JsonObject owner)
    {
        document.Ensure("metadata")["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = owner.Text("apiVersion"),
            ["kind"] = owner.Text("kind"),
            ["name"] = owner.Text("metadata", "name"),
            ["uid"] = owner.Text("metadata", "uid"),
        });
        return document;
    }

    public static string Version(this JsonObject document) => document.Text("metadata", "resourceVersion")!;
}
