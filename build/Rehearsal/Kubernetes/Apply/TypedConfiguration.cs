using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>Refuses configurations that cannot be applied field by field: undeclared fields, list items without their keys, duplicates.</summary>
internal static class TypedConfiguration
{
    public static void Check(Schema schema, ResourceType type, JsonObject configuration)
    {
        var errors = new List<string>();
        Visit(schema, configuration, "", errors);
        if (errors.Count == 0)
            return;
        var metadata = configuration["metadata"];
        var name = type.Namespaced ? $"{metadata.Text("namespace")}/{metadata.Text("name")}" : $"/{metadata.Text("name")}";
        var all = errors.Count == 1 ? errors[0] : "errors:\n" + string.Join('\n', errors.Select(error => "  " + error));
        throw ApiErrors.BadRequest($"failed to create typed patch object ({name}; {type.ApiVersion}, Kind={type.Kind}): {all}");
    }

    private static void Visit(Schema schema, JsonNode? value, string path, List<string> errors)
    {
        switch (schema.KindFor(value))
        {
            case SchemaKind.Object or SchemaKind.Map when value is JsonObject fields:
                foreach (var (name, field) in fields)
                {
                    if (schema.Kind == SchemaKind.Object && !schema.IsOpen && !schema.Fields.ContainsKey(name))
                        errors.Add($"{path}.{name}: field not declared in schema");
                    else
                        Visit(schema.Of(name), field, $"{path}.{name}", errors);
                }
                break;
            case SchemaKind.List when value is JsonArray items:
                Items(schema, items, path, errors);
                break;
            case SchemaKind.Object or SchemaKind.Map when value is not null:
                errors.Add($"{path}: expected map, got {value}");
                break;
            case SchemaKind.List when value is not null:
                errors.Add($"{path}: expected list, got {value}");
                break;
        }
    }

    private static void Items(Schema schema, JsonArray items, string path, List<string> errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var at = $"{path}[{i}]";
            if (schema.List != ListKind.Atomic)
            {
                var element = PathElement.OfItem(schema, items[i]);
                if (element is null)
                {
                    errors.Add($"{path}: element {i}: associative list with keys has an element that omits key field {string.Join(',', schema.Keys.Select(key => $"\"{key}\""))} (and doesn't have default value)");
                    continue;
                }
                at = path + PathElement.Describe(element);
                if (!seen.Add(element))
                    errors.Add($"{path}: duplicate entries for key {PathElement.Describe(element)}");
            }
            Visit(schema.Items ?? Schema.Any, items[i], at, errors);
        }
    }
}
