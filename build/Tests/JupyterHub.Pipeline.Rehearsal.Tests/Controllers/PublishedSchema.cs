using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

/// <summary>Checks a custom resource against the structural schema of its published definition: unknown fields, types, what is required, enumerations.</summary>
internal static class PublishedSchema
{
    /// <summary>The published definitions beside the checkout; null where they are not.</summary>
    public static string? Folder { get; } = Find();

    public static IReadOnlyList<string> Violations(string definition, JsonObject document)
    {
        var published = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, definition + ".json")))!;
        var version = published.Items("spec", "versions").Single(each => document.Text("apiVersion")!.EndsWith('/' + each.Text("name")!, StringComparison.Ordinal));
        var violations = new List<string>();
        Check(version.Child("schema", "openAPIV3Schema")!, document, "", violations);
        return violations;
    }

    private static void Check(JsonObject schema, JsonNode? value, string path, List<string> violations)
    {
        if (value is null || path is ".metadata" or ".apiVersion" or ".kind")
            return;
        if (!IsType(schema, value))
        {
            violations.Add($"{path} is {value.GetValueKind()}, not {schema.Text("type")}");
            return;
        }
        if (schema["enum"] is JsonArray allowed && !allowed.Any(each => JsonNode.DeepEquals(each, value)))
            violations.Add($"{path} is {value.ToJsonString()}, which is not allowed");
        foreach (var required in schema.Texts("required").Where(required => value is JsonObject owner && !owner.ContainsKey(required)))
            violations.Add($"{path}.{required} is missing");
        if (value is JsonArray items && schema.Child("items") is { } item)
        {
            foreach (var each in items)
                Check(item, each, path + "[]", violations);
        }
        if (value is not JsonObject fields || schema.Flag("x-kubernetes-preserve-unknown-fields") == true)
            return;
        foreach (var (name, field) in fields)
        {
            if (schema.Child("properties", name) is { } known)
                Check(known, field, $"{path}.{name}", violations);
            else if (schema.Child("additionalProperties") is { } any)
                Check(any, field, $"{path}.{name}", violations);
            else if (schema.Child("properties") is not null)
                violations.Add($"{path}.{name} is unknown");
        }
    }

    private static bool IsType(JsonObject schema, JsonNode value) => schema.Flag("x-kubernetes-int-or-string") == true || (schema.Text("type"), value.GetValueKind()) switch
    {
        (null, _) => true,
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("integer" or "number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };

    private static string? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "global.json")))
            {
                var folder = Path.Combine(directory.FullName, "..", "shared", "data", "crds");
                return Directory.Exists(folder) ? folder : null;
            }
        }
        return null;
    }
}
