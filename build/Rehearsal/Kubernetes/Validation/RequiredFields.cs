using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>The fields of built-in kinds that may not be missing, wherever the object that has them is there.</summary>
internal static class RequiredFields
{
    public static void Check(Schema schema, JsonNode? value, string path, Causes causes)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Object when value is JsonObject fields:
                foreach (var field in schema.Fields.Values)
                {
                    var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
                    var present = fields[field.Name];
                    if (field.IsRequired && (present is null or JsonArray { Count: 0 } || present.Text() is { Length: 0 }))
                        causes.Required(at);
                    else if (present is not null)
                        Check(field.Schema, present, at, causes);
                }
                break;
            case SchemaKind.List when value is JsonArray items && schema.Items is { Kind: SchemaKind.Object } item:
                for (var i = 0; i < items.Count; i++)
                    Check(item, items[i], $"{path}[{i}]", causes);
                break;
        }
    }
}
