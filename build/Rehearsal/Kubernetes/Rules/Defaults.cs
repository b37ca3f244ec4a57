using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Rules;

/// <summary>Fills in the defaults that the schema declares, everywhere the object that has the field is there.</summary>
internal static class Defaults
{
    public static void Apply(Schema schema, JsonNode? value)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Object when value is JsonObject fields:
                foreach (var field in schema.Fields.Values)
                {
                    if (field.Default is { } @default && (!fields.TryGetPropertyValue(field.Name, out var present) || present is null && !field.Schema.IsNullable))
                        fields[field.Name] = @default.DeepClone();
                }
                foreach (var (name, field) in fields)
                {
                    if (field is JsonObject or JsonArray)
                        Apply(schema.Of(name), field);
                }
                break;
            case SchemaKind.Map when value is JsonObject entries && HasFields(schema.Items):
                foreach (var (_, entry) in entries)
                    Apply(schema.Items!, entry);
                break;
            case SchemaKind.List when value is JsonArray items && HasFields(schema.Items):
                foreach (var item in items)
                    Apply(schema.Items!, item);
                break;
        }
    }

    private static bool HasFields(Schema? schema) => schema?.Kind is SchemaKind.Object or SchemaKind.Map or SchemaKind.List;
}
