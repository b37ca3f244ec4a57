using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>Makes pods of a workload's template.</summary>
internal static class PodTemplate
{
    /// <summary>Names the template's content: the same for the same content, whatever the order of its fields.</summary>
    public static string Hash(JsonNode? template)
    {
        var text = new StringBuilder();
        Canonical(template, text);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
        return string.Concat(hash.Take(10).Select(part => Alphabet[part % Alphabet.Length]));
    }

    /// <summary>A pod of the workload, without a name.</summary>
    public static JsonObject Pod(JsonObject owner, IEnumerable<KeyValuePair<string, string>> labels)
    {
        var template = owner.Child("spec", "template") ?? [];
        var metadata = new JsonObject
        {
            ["namespace"] = owner.Text("metadata", "namespace"),
            ["labels"] = template.Child("metadata", "labels")?.DeepClone() ?? new JsonObject(),
            ["ownerReferences"] = new JsonArray(Cluster.OwnerReference(owner)),
        };
        if (template.Child("metadata", "annotations") is { } annotations)
            metadata["annotations"] = annotations.DeepClone();
        foreach (var (name, value) in labels)
            metadata["labels"]![name] = value;
        var spec = template.Child("spec")?.DeepClone() as JsonObject ?? [];
        spec["serviceAccountName"] ??= "default";
        spec["restartPolicy"] ??= "Always";
        return new JsonObject { ["metadata"] = metadata, ["spec"] = spec };
    }

    /// <summary>Creates the pod, unless its service account is missing: the API server's admission refuses it then.</summary>
    /// <exception cref="ApiStatusException">403, in the API server's words.</exception>
    public static JsonObject Create(Cluster cluster, JsonObject pod, string manager)
    {
        var @namespace = pod.Text("metadata", "namespace")!;
        var account = pod.Text("spec", "serviceAccountName")!;
        if (cluster.Get(Resources.ServiceAccounts, @namespace, account) is null)
        {
            var name = pod.Text("metadata", "name") ?? pod.Text("metadata", "generateName");
            throw new ApiStatusException(
                403,
                "Forbidden",
                $"pods \"{name}\" is forbidden: error looking up service account {@namespace}/{account}: serviceaccount \"{account}\" not found");
        }
        return cluster.Create(Resources.Pods, pod, manager);
    }

    /// <summary>Whether the pod counts: one that ended, or is about to, is replaced.</summary>
    public static bool IsActive(JsonObject pod) =>
        pod.Text("metadata", "deletionTimestamp") is null && pod.Text("status", "phase") is not ("Succeeded" or "Failed");

    public static bool IsReady(JsonObject pod) => Conditions.IsTrue(pod, "Ready");

    private static void Canonical(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject owner:
                text.Append('{');
                foreach (var (name, value) in owner.Where(field => field.Value is not null).OrderBy(field => field.Key, StringComparer.Ordinal))
                {
                    text.Append('"').Append(name).Append("\":");
                    Canonical(value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case JsonArray array:
                text.Append('[');
                foreach (var item in array)
                {
                    Canonical(item, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
