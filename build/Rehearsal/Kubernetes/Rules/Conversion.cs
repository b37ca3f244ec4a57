using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Rules;

/// <summary>
/// What decoding into the server's own types does to a document: nulls vanish, unknown fields are dropped and named, numbers become
/// quantities, and values of a wrong type are refused.
/// </summary>
internal sealed class Conversion(ResourceType type)
{
    private readonly List<string> _unknown = [];

    /// <summary>The first value of a wrong type, in the words of the real decoder; null when there is none.</summary>
    public string? Mismatch { get; private set; }

    /// <summary>Paths of fields that the type does not have, in the order of the document.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public void Apply(Schema schema, JsonObject document)
    {
        Fields(schema, document, "");
        if (type.IsCustom)
            Mismatch = null;
    }

    private void Fields(Schema schema, JsonObject document, string path)
    {
        foreach (var (name, value) in document.ToList())
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (schema.Kind == SchemaKind.Object && !schema.Fields.ContainsKey(name))
            {
                if (schema.IsOpen)
                    continue;
                _unknown.Add(at);
                document.Remove(name);
                continue;
            }
            var known = schema.Of(name);
            if (value is null)
            {
                if (!known.IsNullable || !type.IsCustom || known.Kind == SchemaKind.String && known.Format == "date-time")
                    document.Remove(name);
                continue;
            }
            if (known.Kind == SchemaKind.Quantity && Quantity.Canonical(value) is { } quantity && quantity != value.Text())
                document[name] = quantity;
            else
                Visit(known, value, at, schema.Name);
        }
    }

    private void Visit(Schema schema, JsonNode value, string path, string? owner)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Object or SchemaKind.Map when value is JsonObject fields:
                Fields(schema, fields, path);
                break;
            case SchemaKind.List when value is JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is { } item)
                        Visit(schema.Items ?? Schema.Any, item, $"{path}[{i}]", owner);
                }
                break;
            default:
                if (Mismatch is null && !IsOfKind(schema, value))
                    Mismatch = Describe(schema, value, path, owner);
                break;
        }
    }

    private static bool IsOfKind(Schema schema, JsonNode value) => schema.Kind switch
    {
        SchemaKind.String => value.GetValueKind() == JsonValueKind.String && (schema.Format != "byte" || IsBase64(value.Text()!)),
        SchemaKind.Integer => value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<double>(out var number) && Math.Floor(number) == number
            || value.GetValueKind() == JsonValueKind.Number && value.Number() is not null,
        SchemaKind.Number => value.GetValueKind() == JsonValueKind.Number,
        SchemaKind.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        SchemaKind.IntOrString or SchemaKind.Quantity => value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number,
        SchemaKind.Object or SchemaKind.Map => value is JsonObject,
        SchemaKind.List => value is JsonArray,
        _ => true,
    };

    private static bool IsBase64(string text) => text.Length == 0 || System.Buffers.Text.Base64.IsValid(text);

    private static string Describe(Schema schema, JsonNode value, string path, string? owner)
    {
        if (schema.Format == "byte" && value.GetValueKind() == JsonValueKind.String)
            return "illegal base64 data at input byte 0";
        var found = value.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            _ => "bool",
        };
        var expected = schema.Kind switch
        {
            SchemaKind.String => "string",
            SchemaKind.Integer => schema.Format == "int64" ? "int64" : "int32",
            SchemaKind.Boolean => "bool",
            SchemaKind.Map => $"map[string]{(schema.Items?.Kind == SchemaKind.String ? "string" : schema.Items?.Name ?? "interface {}")}",
            SchemaKind.List => $"[]{(schema.Items?.Kind == SchemaKind.String ? "string" : "v1." + schema.Items?.Name)}",
            _ => "v1." + schema.Name,
        };
        var plain = string.Concat(path.Split('[').Select((part, index) => index == 0 ? part : part[(part.IndexOf(']') + 1)..]));
        return $"json: cannot unmarshal {found} into Go struct field {owner}.{plain} of type {expected}";
    }
}
