using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>The elements of a field path in their canonical text (structured-merge-diff, fieldpath/serialize-pe.go).</summary>
internal static class PathElement
{
    public const string Field = "f:";
    private const string Key = "k:";
    private const string Value = "v:";

    public static string Named(string name) => Field + name;

    /// <summary>What identifies an item of a set or keyed list; null when a key is missing that has no default.</summary>
    public static string? OfItem(Schema list, JsonNode? item)
    {
        if (list.List == ListKind.Set)
            return Value + (item?.ToJsonString(Serialization.Options) ?? "null");
        if (item is not JsonObject fields)
            return null;
        var key = new JsonObject();
        foreach (var name in list.Keys.Order(StringComparer.Ordinal))
        {
            var value = fields[name] ?? list.Items?.Fields.GetValueOrDefault(name)?.Default;
            if (value is not null)
                key[name] = value.DeepClone();
        }
        return key.Count == 0 ? null : Key + key.ToJsonString(Serialization.Options);
    }

    /// <summary>The schema below a path element.</summary>
    public static Schema Schema(Schema parent, string element) =>
        element.StartsWith(Field, StringComparison.Ordinal) ? parent.Of(element[2..]) : parent.Items ?? Schemas.Schema.Any;

    /// <summary>As messages write it: <c>.spec</c>, <c>[name="a"]</c>, <c>[="x"]</c>.</summary>
    public static string Describe(string element)
    {
        if (element.StartsWith(Field, StringComparison.Ordinal))
            return "." + element[2..];
        if (element.StartsWith(Value, StringComparison.Ordinal))
            return $"[={element[2..]}]";
        if (!element.StartsWith(Key, StringComparison.Ordinal))
            return $"[{element[2..]}]";
        var key = JsonNode.Parse(element[2..])!.AsObject();
        return $"[{string.Join(',', key.Select(part => $"{part.Key}={part.Value!.ToJsonString(Serialization.Options)}"))}]";
    }
}
