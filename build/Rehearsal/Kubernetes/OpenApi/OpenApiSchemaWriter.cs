using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.OpenApi;

/// <summary>Writes schemas as OpenAPI 3 components, each named type once, with the extensions that patches are computed by.</summary>
internal sealed class OpenApiSchemaWriter(SchemaRegistry registry)
{
    public JsonObject Schemas { get; } = [];

    public static JsonObject GroupVersionKind(ResourceType type) => new() { ["group"] = type.Group, ["kind"] = type.Kind, ["version"] = type.Version };

    public void Add(ResourceType type)
    {
        var schema = registry.Of(type);
        var document = Fields(schema);
        if (schema.Source is { } source)
        {
            document = (JsonObject)source.DeepClone();
            var properties = document.Ensure("properties");
            properties["apiVersion"] = new JsonObject { ["type"] = "string" };
            properties["kind"] = new JsonObject { ["type"] = "string" };
            properties["metadata"] = Write(schema.Fields["metadata"].Schema);
        }
        document["x-kubernetes-group-version-kind"] = new JsonArray(GroupVersionKind(type));
        Schemas[Name(type)] = document;
    }

    private static string Name(ResourceType type) =>
        type.IsCustom
            ? $"{string.Join('.', type.Group.Split('.').Reverse())}.{type.Version}.{type.Kind}"
            : $"io.k8s.api.{(type.Group.Length == 0 ? "core" : type.Group.Split('.')[0])}.{type.Version}.{type.Kind}";

    private JsonObject Fields(Schema schema)
    {
        var properties = new JsonObject();
        foreach (var field in schema.Fields.Values.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            var property = Write(field.Schema);
            if (field.Default is { } @default)
                property["default"] = @default.DeepClone();
            properties[field.Name] = property;
        }
        var document = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = schema.Fields.Values.Where(field => field.IsRequired).Select(field => field.Name).Order(StringComparer.Ordinal).ToList();
        if (required.Count > 0)
            document["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        if (schema.IsAtomic)
            document["x-kubernetes-map-type"] = "atomic";
        if (schema.IsOpen)
            document["x-kubernetes-preserve-unknown-fields"] = true;
        return document;
    }

    private JsonObject Write(Schema schema) => schema.Kind switch
    {
        SchemaKind.String => Typed("string", schema.Format),
        SchemaKind.Integer => Typed("integer", schema.Format),
        SchemaKind.Number => Typed("number", schema.Format),
        SchemaKind.Boolean => Typed("boolean"),
        SchemaKind.IntOrString => new JsonObject { ["format"] = "int-or-string", ["oneOf"] = new JsonArray(Typed("integer"), Typed("string")) },
        SchemaKind.Quantity => new JsonObject { ["oneOf"] = new JsonArray(Typed("string"), Typed("number")) },
        SchemaKind.Map => Atomic(new JsonObject { ["type"] = "object", ["additionalProperties"] = Write(schema.Items ?? Schema.Any) }, schema),
        SchemaKind.List => List(schema),
        SchemaKind.Object => Reference(schema),
        _ => new JsonObject { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true },
    };

    private JsonObject Reference(Schema schema)
    {
        var name = $"io.k8s.schema.{schema.Name}";
        if (!Schemas.ContainsKey(name))
        {
            Schemas[name] = null;
            Schemas[name] = Fields(schema);
        }
        var reference = new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/components/schemas/{name}" }) };
        if (schema.RetainsKeys || schema.IsReplaced)
            reference["x-kubernetes-patch-strategy"] = schema.RetainsKeys ? "retainKeys" : "replace";
        return reference;
    }

    private JsonObject List(Schema schema)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = Write(schema.Items ?? Schema.Any), ["x-kubernetes-list-type"] = schema.List.ToString().ToLowerInvariant() };
        if (schema.Keys.Count > 0)
            list["x-kubernetes-list-map-keys"] = new JsonArray([.. schema.Keys.Select(key => JsonValue.Create(key))]);
        if (schema.PatchKey is { } key)
        {
            if (key.Length > 0)
                list["x-kubernetes-patch-merge-key"] = key;
            list["x-kubernetes-patch-strategy"] = schema.RetainsKeys ? "merge,retainKeys" : "merge";
        }
        return list;
    }

    private static JsonObject Atomic(JsonObject document, Schema schema)
    {
        if (schema.IsAtomic)
            document["x-kubernetes-map-type"] = "atomic";
        return document;
    }

    private static JsonObject Typed(string type, string? format = null)
    {
        var document = new JsonObject { ["type"] = type };
        if (format is not null)
            document["format"] = format;
        return document;
    }
}
