using System.Globalization;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Patches;

/// <summary>JSON patch, RFC 6902, refused as evanphx/json-patch in the real API does.</summary>
internal static class JsonPatch
{
    private const int MostOperations = 10_000;

    public static JsonNode? Apply(JsonObject target, JsonNode? patch)
    {
        if (patch is not JsonArray operations)
            throw ApiErrors.BadRequest("error decoding patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch");
        if (operations.Count > MostOperations)
            throw new ApiStatusException(413, "RequestEntityTooLarge", $"The allowed maximum operations in a JSON patch is {MostOperations}, got {operations.Count}");
        JsonNode? root = target.DeepClone();
        foreach (var operation in operations)
            root = Apply(root, operation as JsonObject ?? throw ApiErrors.BadRequest("error decoding patch: an operation is not an object"));
        return root;
    }

    private static JsonNode? Apply(JsonNode? root, JsonObject operation)
    {
        var kind = operation.Text("op") ?? "";
        var path = Pointer(operation.Text("path") ?? throw Refused($"{kind} operation has no path"));
        switch (kind)
        {
            case "add":
                return Add(root, path, Value(operation));
            case "remove":
                Take(root, path, kind);
                return root;
            case "replace":
                if (path.Length == 0)
                    return Value(operation);
                Take(root, path, kind);
                return Add(root, path, Value(operation));
            case "move":
                return Move(root, From(operation), path);
            case "copy":
                return Add(root, path, Find(root, From(operation), kind)?.DeepClone());
            case "test":
                if (!JsonNode.DeepEquals(Find(root, path, kind, missing: true), operation["value"]))
                    throw Refused($"testing value {operation.Text("path")} failed");
                return root;
            default:
                throw Refused($"Unexpected kind: {kind}");
        }
    }

    // RFC 6902, 4.4: a location cannot be moved into one of its children.
    private static JsonNode? Move(JsonNode? root, string[] from, string[] path)
    {
        if (path.AsSpan().StartsWith(from))
            return path.Length == from.Length ? root : throw Refused("move operation does not apply: the target is below the source");
        return Add(root, path, Take(root, from, "move"));
    }

    private static string[] From(JsonObject operation) => Pointer(operation.Text("from") ?? throw Refused("operation has no from"));

    private static JsonNode? Value(JsonObject operation) => operation.ContainsKey("value")
        ? operation["value"]?.DeepClone()
        : throw Refused("operation has no value");

    private static JsonNode? Add(JsonNode? root, string[] path, JsonNode? value)
    {
        if (path.Length == 0)
            return value;
        switch (Find(root, path[..^1], "add"))
        {
            case JsonObject owner:
                owner[path[^1]] = value;
                break;
            case JsonArray items when path[^1] == "-":
                items.Add(value);
                break;
            case JsonArray items:
                items.Insert(Index(path[^1], items.Count), value);
                break;
            default:
                throw Missing("add", path);
        }
        return root;
    }

    private static JsonNode? Take(JsonNode? root, string[] path, string kind)
    {
        var value = Find(root, path, kind);
        switch (path.Length == 0 ? null : Find(root, path[..^1], kind))
        {
            case JsonObject owner:
                owner.Remove(path[^1]);
                break;
            case JsonArray items:
                items.RemoveAt(Index(path[^1], items.Count - 1));
                break;
        }
        return value;
    }

    private static JsonNode? Find(JsonNode? node, string[] path, string kind, bool missing = false)
    {
        foreach (var part in path)
        {
            if (node is JsonObject owner && owner.TryGetPropertyValue(part, out var field))
                node = field;
            else if (node is JsonArray items && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count)
                node = items[index];
            else
                return missing ? null : throw Missing(kind, path);
        }
        return node;
    }

    private static int Index(string part, int most) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= most
            ? index
            : throw Refused($"Unable to access invalid index: {part}");

    private static string[] Pointer(string text)
    {
        if (text.Length == 0)
            return [];
        return text[0] == '/'
            ? [.. text[1..].Split('/').Select(part => part.Replace("~1", "/").Replace("~0", "~"))]
            : throw Refused($"invalid path: {text}");
    }

    private static ApiStatusException Missing(string kind, string[] path) =>
        Refused($"{kind} operation does not apply: doc is missing path: \"/{string.Join('/', path)}\": missing value");

    private static ApiStatusException Refused(string message) => new(422, "Invalid", $"the server rejected our request due to an error in our request: {message}");
}
