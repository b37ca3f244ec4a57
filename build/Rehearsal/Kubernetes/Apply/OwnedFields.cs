using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>The fields that a document sets (structured-merge-diff, typed/tofieldset.go).</summary>
internal static class OwnedFields
{
    public static FieldSet Of(Schema schema, JsonNode? document)
    {
        var set = new FieldSet();
        Visit(schema, document, set);
        set.IsMember = false;
        return set;
    }

    private static void Visit(Schema schema, JsonNode? value, FieldSet set)
    {
        switch (schema.KindFor(value))
        {
            case SchemaKind.Object or SchemaKind.Map when schema.IsAtomic:
                set.IsMember = true;
                break;
            case SchemaKind.Object or SchemaKind.Map when value is JsonObject fields:
                foreach (var (name, field) in fields)
                {
                    var child = set.Ensure(PathElement.Named(name));
                    Visit(schema.Of(name), field, child);
                    if (field is null or JsonObject { Count: 0 } || schema.Kind != SchemaKind.Object || !schema.Fields.ContainsKey(name))
                        child.IsMember = true;
                }
                break;
            case SchemaKind.List when schema.List == ListKind.Atomic:
                set.IsMember = true;
                break;
            case SchemaKind.List when value is JsonArray items:
                foreach (var item in items)
                {
                    if (PathElement.OfItem(schema, item) is not { } element)
                        continue;
                    var child = set.Ensure(element);
                    Visit(schema.Items ?? Schema.Any, item, child);
                    child.IsMember = true;
                }
                break;
            case SchemaKind.Object or SchemaKind.Map or SchemaKind.List when value is null:
                break;
            default:
                set.IsMember = true;
                break;
        }
    }
}
