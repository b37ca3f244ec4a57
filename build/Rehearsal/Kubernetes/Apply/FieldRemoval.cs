using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>Takes fields out of a document (structured-merge-diff, typed/remove.go).</summary>
internal static class FieldRemoval
{
    /// <returns>A new document; a map or list that nothing is left of is absent from it.</returns>
    public static JsonNode? Remove(Schema schema, JsonNode? value, FieldSet fields)
    {
        switch (schema.KindFor(value))
        {
            case SchemaKind.Object or SchemaKind.Map when value is JsonObject { Count: > 0 } source && !schema.IsAtomic:
                var result = new JsonObject();
                foreach (var (name, field) in source)
                {
                    var below = fields.Find(PathElement.Named(name));
                    if (below is { IsMember: true })
                        continue;
                    if (below is null || below.IsEmpty)
                        result[name] = field?.DeepClone();
                    else if (Remove(schema.Of(name), field, below) is { } rest)
                        result[name] = rest;
                }
                return result.Count > 0 ? result : null;
            case SchemaKind.List when value is JsonArray { Count: > 0 } items && schema.List != ListKind.Atomic:
                var kept = new JsonArray();
                foreach (var item in items)
                {
                    var below = PathElement.OfItem(schema, item) is { } element ? fields.Find(element) : null;
                    if (below is { IsMember: true })
                        continue;
                    kept.Add(below is null || below.IsEmpty ? item?.DeepClone() : Remove(schema.Items ?? Schema.Any, item, below));
                }
                return kept.Count > 0 ? kept : null;
            case SchemaKind.Object or SchemaKind.Map or SchemaKind.List:
                return null;
            default:
                return value?.DeepClone();
        }
    }
}
