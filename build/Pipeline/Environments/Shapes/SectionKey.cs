using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>One key of a section, whose value is a <typeparamref name="T"/>.</summary>
internal sealed class SectionKey<T>(string name, Shape<T> shape, string description, KeyPresence presence, T fallback) : ISectionKey
{
    public string Name => name;

    public string Description => description;

    public bool Required => presence == KeyPresence.Required;

    public ISectionShape? Section => shape as ISectionShape;

    public ISectionShape? Items => (shape as IListShape)?.Items;

    public bool Needed => Required && (Section is null || Section.NeedsContent);

    public string Expected => shape.Expected;

    public JsonNode? Fallback => presence == KeyPresence.Defaulted && Section is null ? shape.ToJson(fallback) : null;

    public object? Read(SourceEntry? entry, SourcePosition section, string path, Binding binding)
    {
        if (entry is { Value.IsNull: false })
        {
            binding.Locate(path, entry.Value.Position);
            return shape.Read(entry.Value, path, binding);
        }
        // A section that is absent is one with nothing in it: its own keys say what is missing.
        if (Section is not null && presence != KeyPresence.Optional)
            return shape.Read(new SourceMapping(entry?.KeyPosition ?? section, []), path, binding);
        if (presence == KeyPresence.Required)
            binding.Missing(path, entry?.KeyPosition ?? section, description);
        return fallback;
    }

    public JsonObject ToSchema(bool whole)
    {
        var schema = shape.ToSchema(whole);
        schema["description"] = Needed ? $"{description} Required." : description;
        if (Fallback is { } value)
            schema["default"] = value;
        return whole ? schema : OrNull(schema);
    }

    // Nothing removes what a base sets.
    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is { } type)
        {
            var types = type is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()];
            schema["type"] = new JsonArray([.. types.Append("null").Select(one => (JsonNode)one)]);
        }
        (schema["enum"] as JsonArray)?.Add((JsonNode?)null);
        return schema;
    }
}
