using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Patches;

/// <summary>
/// Strategic merge patch: merge patch that knows by which field the items of a list are identified, with the directives
/// <c>$patch</c>, <c>$retainKeys</c>, <c>$deleteFromPrimitiveList</c> and <c>$setElementOrder</c>
/// (Kubernetes community, devel/sig-api-machinery/strategic-merge-patch.md).
/// </summary>
internal static class StrategicMergePatch
{
    private const string Directive = "$patch";
    private const string RetainKeys = "$retainKeys";
    private const string Delete = "$deleteFromPrimitiveList/";
    private const string Order = "$setElementOrder/";

    public static JsonObject Apply(Schema schema, JsonObject target, JsonObject patch)
    {
        if (patch.Text(Directive) is "replace" or "delete")
        {
            var replacement = (JsonObject)patch.DeepClone();
            replacement.Remove(Directive);
            return patch.Text(Directive) == "delete" ? [] : replacement;
        }
        var result = (JsonObject)target.DeepClone();
        if (patch[RetainKeys] is JsonArray)
        {
            var kept = patch.Texts(RetainKeys).ToHashSet();
            foreach (var (name, _) in result.Where(field => !kept.Contains(field.Key)).ToList())
                result.Remove(name);
        }
        foreach (var (name, value) in patch)
        {
            if (name is Directive or RetainKeys || name.StartsWith(Order, StringComparison.Ordinal))
                continue;
            if (name.StartsWith(Delete, StringComparison.Ordinal))
                DeleteItems(result, name[Delete.Length..], value as JsonArray ?? []);
            else if (value is null)
                result.Remove(name);
            else
                result[name] = Field(schema.Of(name), result[name], value);
        }
        foreach (var (name, value) in patch)
        {
            if (name.StartsWith(Order, StringComparison.Ordinal) && value is JsonArray order)
                Reorder(schema.Of(name[Order.Length..]), result, name[Order.Length..], order, patch);
        }
        return result;
    }

    private static JsonNode? Field(Schema schema, JsonNode? current, JsonNode value) => value switch
    {
        JsonObject changes when current is JsonObject owner && !schema.IsReplaced => Apply(schema, owner, changes),
        JsonObject changes => Apply(schema, [], changes),
        JsonArray items when schema is { Kind: SchemaKind.List, PatchKey: { } key } => key.Length == 0
            ? Primitives(current as JsonArray, items)
            : Items(schema, key, current as JsonArray ?? [], items),
        JsonArray items => new JsonArray([.. items.Select(item => Clean(item))]),
        _ => value.DeepClone(),
    };

    private static JsonArray Primitives(JsonArray? current, JsonArray added)
    {
        var result = (JsonArray?)current?.DeepClone() ?? [];
        foreach (var item in added)
        {
            if (!result.Any(known => JsonNode.DeepEquals(known, item)))
                result.Add(item?.DeepClone());
        }
        return result;
    }

    private static JsonArray Items(Schema schema, string key, JsonArray current, JsonArray patch)
    {
        var directives = patch.OfType<JsonObject>().Where(item => item.Text(Directive) is not null).ToList();
        if (directives.Any(item => item.Text(Directive) == "replace"))
            return new JsonArray([.. patch.Where(item => item.Text(Directive) is null).Select(item => item?.DeepClone())]);
        var result = new JsonArray([.. current.Select(item => item?.DeepClone())]);
        foreach (var change in patch)
        {
            if (change is not JsonObject fields || fields[key] is not { } id)
            {
                if (change.Text(Directive) is null)
                    throw ApiErrors.BadRequest($"map: {change?.ToJsonString()} does not contain declared merge key: {key}");
                continue;
            }
            var index = result.ToList().FindIndex(item => JsonNode.DeepEquals(item.At(key), id));
            if (fields.Text(Directive) == "delete")
            {
                if (index >= 0)
                    result.RemoveAt(index);
            }
            else if (index >= 0)
            {
                result[index] = Apply(schema.Items ?? Schema.Any, (JsonObject)result[index]!, fields);
            }
            else
            {
                result.Add(Apply(schema.Items ?? Schema.Any, [], fields));
            }
        }
        return result;
    }

    private static void DeleteItems(JsonObject owner, string name, JsonArray deleted)
    {
        if (owner[name] is not JsonArray items)
            return;
        foreach (var item in items.Where(item => deleted.Any(gone => JsonNode.DeepEquals(gone, item))).ToList())
            items.Remove(item);
    }

    // Items of the patch come in its order; items that only the server has keep their place relative to their predecessor.
    private static void Reorder(Schema schema, JsonObject owner, string name, JsonArray order, JsonObject patch)
    {
        if (owner[name] is not JsonArray items || schema.PatchKey is not { } key || patch.ContainsKey(name) && patch[name] is null)
            return;
        var ordered = order.Select(Identity).ToList();
        var known = ordered.ToHashSet();
        var result = new List<JsonNode?>();
        foreach (var identity in ordered)
            result.AddRange(items.Where(item => Identity(item) == identity));
        var previous = -1;
        foreach (var item in items)
        {
            if (known.Contains(Identity(item)))
                previous = result.IndexOf(item);
            else
                result.Insert(++previous, item);
        }
        owner[name] = new JsonArray([.. result.Select(item => item?.DeepClone())]);

        string Identity(JsonNode? item) => (key.Length == 0 ? item : item.At(key))?.ToJsonString() ?? "";
    }

    private static JsonNode? Clean(JsonNode? item)
    {
        if (item is not JsonObject fields || !fields.ContainsKey(Directive))
            return item?.DeepClone();
        var copy = (JsonObject)fields.DeepClone();
        copy.Remove(Directive);
        return copy;
    }
}
