using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Reads JSON the way the API server does: of a repeated name the last value counts, and the repetition is reported.</summary>
internal static class JsonText
{
    public static Document Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        if (json.TrimStart(" \t\r\n"u8).IsEmpty)
            return Document.Empty;
        var duplicates = new List<string>();
        reader.Read();
        var root = Value(ref reader, "", duplicates);
        if (reader.Read())
            throw new JsonException("trailing data");
        return new Document(root, duplicates);
    }

    private static JsonNode? Value(ref Utf8JsonReader reader, string path, List<string> duplicates)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var fields = new JsonObject();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var at = path.Length == 0 ? name : $"{path}.{name}";
                    if (fields.ContainsKey(name))
                        duplicates.Add(at);
                    reader.Read();
                    fields[name] = Value(ref reader, at, duplicates);
                }
                return fields;
            case JsonTokenType.StartArray:
                var items = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, $"{path}[{items.Count}]", duplicates));
                return items;
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetString());
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                return JsonValue.Create(number);
            case JsonTokenType.Number:
                return JsonValue.Create(reader.GetDouble());
            case JsonTokenType.True:
                return JsonValue.Create(true);
            case JsonTokenType.False:
                return JsonValue.Create(false);
            default:
                return null;
        }
    }
}
