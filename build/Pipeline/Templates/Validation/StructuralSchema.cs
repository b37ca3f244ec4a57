using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>Turns the structural OpenAPI v3 schema of a CustomResourceDefinition into a JSON Schema that refuses unknown fields.</summary>
internal static class StructuralSchema
{
    private static readonly string[] Copied =
        ["enum", "pattern", "minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "required", "anyOf", "oneOf", "allOf", "not"];

    public static JsonObject ToJsonSchema(JsonObject schema, bool isRoot = false)
    {
        var result = new JsonObject();
        foreach (var name in Copied)
        {
            if (schema[name] is { } rule)
                result[name] = rule.DeepClone();
        }
        // OpenAPI v3 has JSON Schema draft 4's form: a truth value beside the limit.
        Exclusive(schema, result, "minimum", "exclusiveMinimum");
        Exclusive(schema, result, "maximum", "exclusiveMaximum");
        if (IsTrue(schema, "x-kubernetes-int-or-string"))
        {
            result["type"] = new JsonArray("integer", "string");
            result.Remove("anyOf");
        }
        else if (schema["type"] is { } type)
            result["type"] = IsTrue(schema, "nullable") ? new JsonArray(type.DeepClone(), "null") : type.DeepClone();
        if (schema["items"] is JsonObject items)
            result["items"] = ToJsonSchema(items);
        Fields(schema, result, isRoot || IsTrue(schema, "x-kubernetes-embedded-resource"));
        return result;
    }

    private static void Fields(JsonObject schema, JsonObject result, bool isResource)
    {
        var fields = new JsonObject();
        foreach (var (name, field) in schema["properties"] as JsonObject ?? [])
            fields[name] = ToJsonSchema(field!.AsObject());
        if (isResource)
        {
            // Every object has these, whatever the schema says of them.
            fields["apiVersion"] = new JsonObject { ["type"] = "string" };
            fields["kind"] = new JsonObject { ["type"] = "string" };
            fields["metadata"] = new JsonObject { ["type"] = "object" };
        }
        if (fields.Count > 0)
            result["properties"] = fields;
        if (schema["additionalProperties"] is JsonObject additional)
            result["additionalProperties"] = ToJsonSchema(additional);
        else if (fields.Count > 0 && schema["additionalProperties"] is null && !IsTrue(schema, "x-kubernetes-preserve-unknown-fields"))
            result["additionalProperties"] = false;
    }

    private static void Exclusive(JsonObject schema, JsonObject result, string limit, string exclusive)
    {
        if (!IsTrue(schema, exclusive) || result[limit] is not { } value)
            return;
        result.Remove(limit);
        result[exclusive] = value.DeepClone();
    }

    private static bool IsTrue(JsonObject schema, string name) => schema[name]?.GetValueKind() == JsonValueKind.True;
}
