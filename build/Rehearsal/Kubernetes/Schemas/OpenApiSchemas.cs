using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>Schemas of custom resources, from the structural OpenAPI schema of their definition.</summary>
internal static class OpenApiSchemas
{
    /// <summary>The whole document of a custom resource.</summary>
    public static Schema Document(string kind, JsonObject? openApi)
    {
        var schema = openApi is null ? null : From(openApi);
        return new Schema(SchemaKind.Object)
        {
            Name = kind,
            IsOpen = schema?.IsOpen ?? true,
            Source = openApi,
            FieldsFrom = () => BuiltInSchemas.Document(kind, schema, open: false).Fields,
        };
    }

    public static Schema From(JsonObject source)
    {
        var open = source.Flag("x-kubernetes-preserve-unknown-fields") == true;
        if (source.Flag("x-kubernetes-int-or-string") == true)
            return new Schema(SchemaKind.IntOrString) { Source = source, IsNullable = source.Flag("nullable") == true };
        var kind = source.Text("type") switch
        {
            "object" when open && source.Child("properties") is null => SchemaKind.Any,
            "object" when source.Child("additionalProperties") is null => SchemaKind.Object,
            "object" => SchemaKind.Map,
            "array" => SchemaKind.List,
            "string" => SchemaKind.String,
            "integer" => SchemaKind.Integer,
            "number" => SchemaKind.Number,
            "boolean" => SchemaKind.Boolean,
            _ => SchemaKind.Any,
        };
        return new Schema(kind)
        {
            Source = source,
            Format = source.Text("format"),
            IsOpen = open,
            IsNullable = source.Flag("nullable") == true,
            IsAtomic = source.Text("x-kubernetes-map-type") == "atomic",
            Items = kind switch
            {
                SchemaKind.List => source.Child("items") is { } items ? From(items) : Schema.Any,
                SchemaKind.Map => source.Child("additionalProperties") is { } values ? From(values) : Schema.Any,
                _ => null,
            },
            List = source.Text("x-kubernetes-list-type") switch { "map" => ListKind.Map, "set" => ListKind.Set, _ => ListKind.Atomic },
            Keys = [.. source.Texts("x-kubernetes-list-map-keys")],
            FieldsFrom = () => Fields(source),
        };
    }

    private static Dictionary<string, SchemaField> Fields(JsonObject source)
    {
        var required = source.Texts("required").ToHashSet();
        return (source.Child("properties") ?? [])
            .Where(property => property.Value is JsonObject)
            .ToDictionary(property => property.Key, property => new SchemaField(property.Key, From((JsonObject)property.Value!))
            {
                IsRequired = required.Contains(property.Key),
                Default = property.Value.At("default"),
            });
    }
}
