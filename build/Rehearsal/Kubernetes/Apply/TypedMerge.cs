using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>Lays an applied configuration over the live object (structured-merge-diff, typed/merge.go).</summary>
internal static class TypedMerge
{
    /// <returns>A new value that shares nothing with the arguments.</returns>
    public static JsonNode? Merge(Schema schema, JsonNode? live, JsonNode? applied) => schema.KindFor(applied) switch
    {
        SchemaKind.Object or SchemaKind.Map when !schema.IsAtomic && applied is JsonObject fields && live is JsonObject current =>
            Fields(schema, current, fields),
        SchemaKind.List when schema.List != ListKind.Atomic && applied is JsonArray { Count: > 0 } items && live is JsonArray { Count: > 0 } current =>
            Items(schema, current, items),
        SchemaKind.List when schema.List != ListKind.Atomic && applied is JsonArray { Count: 0 } && live is JsonArray { Count: > 0 } => live.DeepClone(),
        _ => applied?.DeepClone(),
    };

    private static JsonObject Fields(Schema schema, JsonObject live, JsonObject applied)
    {
        var result = new JsonObject();
        foreach (var (name, value) in live)
            result[name] = applied.TryGetPropertyValue(name, out var given) ? Merge(schema.Of(name), value, given) : value?.DeepClone();
        foreach (var (name, value) in applied)
        {
            if (!live.ContainsKey(name))
                result[name] = value?.DeepClone();
        }
        return result;
    }

    // The order of the applied items wins; items that only the live object has keep their place before the next common one.
    private static JsonArray Items(Schema schema, JsonArray live, JsonArray applied)
    {
        var current = live.Select(item => (Element: PathElement.OfItem(schema, item) ?? "", Item: item)).ToList();
        var given = applied.Select(item => (Element: PathElement.OfItem(schema, item) ?? "", Item: item)).ToList();
        var byElement = new Dictionary<string, JsonNode?>();
        foreach (var (element, item) in current)
            byElement.TryAdd(element, item);
        var wanted = given.Select(item => item.Element).ToHashSet();
        var result = new JsonArray();
        var next = 0;
        foreach (var (element, item) in given)
        {
            if (byElement.TryGetValue(element, out var match))
            {
                var place = current.FindIndex(next, entry => entry.Element == element);
                for (; place >= 0 && next <= place; next++)
                {
                    if (!wanted.Contains(current[next].Element))
                        result.Add(current[next].Item?.DeepClone());
                }
                result.Add(Merge(schema.Items ?? Schema.Any, match, item));
            }
            else
            {
                for (; next < current.Count && !wanted.Contains(current[next].Element); next++)
                    result.Add(current[next].Item?.DeepClone());
                result.Add(item?.DeepClone());
            }
        }
        for (; next < current.Count; next++)
        {
            if (!wanted.Contains(current[next].Element))
                result.Add(current[next].Item?.DeepClone());
        }
        return result;
    }
}
