using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>Which fields differ between two documents (structured-merge-diff, typed/compare.go).</summary>
internal sealed record Comparison(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    public bool IsSame => Added.IsEmpty && Modified.IsEmpty && Removed.IsEmpty;

    public Comparison Except(FieldSet fields) => new(Added.Difference(fields), Modified.Difference(fields), Removed.Difference(fields));

    public static Comparison Of(Schema schema, JsonNode? left, JsonNode? right)
    {
        var result = new Comparison(new FieldSet(), new FieldSet(), new FieldSet());
        Visit(schema, left, right, result);
        foreach (var set in new[] { result.Added, result.Modified, result.Removed })
            set.IsMember = false;
        return result;
    }

    private static void Visit(Schema schema, JsonNode? left, JsonNode? right, Comparison at)
    {
        var kind = schema.KindFor(right ?? left);
        var descends = kind switch
        {
            SchemaKind.Object or SchemaKind.Map => !schema.IsAtomic && (left is JsonObject { Count: > 0 } || right is JsonObject { Count: > 0 })
                && left is null or JsonObject && right is null or JsonObject,
            SchemaKind.List => schema.List != ListKind.Atomic && (left is JsonArray { Count: > 0 } || right is JsonArray { Count: > 0 })
                && left is null or JsonArray && right is null or JsonArray,
            _ => false,
        };
        if (!descends)
        {
            if (left is not null && right is not null && !JsonNode.DeepEquals(left, right))
                at.Modified.IsMember = true;
        }
        else if (kind == SchemaKind.List)
        {
            Items(schema, left as JsonArray, right as JsonArray, at);
        }
        else
        {
            var before = left as JsonObject ?? [];
            var after = right as JsonObject ?? [];
            foreach (var name in before.Select(field => field.Key).Union(after.Select(field => field.Key)))
            {
                if (before.ContainsKey(name) && after.ContainsKey(name) && before[name] is null && after[name] is null)
                    continue;
                Visit(schema.Of(name), before[name], after[name], at.Below(PathElement.Named(name)));
            }
        }
        if (left is null && right is not null)
            at.Added.IsMember = true;
        if (right is null && left is not null)
            at.Removed.IsMember = true;
    }

    private static void Items(Schema schema, JsonArray? left, JsonArray? right, Comparison at)
    {
        var before = Index(schema, left);
        var after = Index(schema, right);
        foreach (var element in before.Keys.Union(after.Keys))
            Visit(schema.Items ?? Schema.Any, before.GetValueOrDefault(element), after.GetValueOrDefault(element), at.Below(element));
    }

    private Comparison Below(string element) => new(Added.Ensure(element), Modified.Ensure(element), Removed.Ensure(element));

    private static Dictionary<string, JsonNode?> Index(Schema schema, JsonArray? items)
    {
        var index = new Dictionary<string, JsonNode?>();
        foreach (var item in items ?? [])
        {
            if (PathElement.OfItem(schema, item) is { } element)
                index.TryAdd(element, item);
        }
        return index;
    }
}
