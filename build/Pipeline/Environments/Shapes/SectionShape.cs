using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A section: a mapping with known keys, which becomes a <typeparamref name="T"/>.</summary>
internal sealed class SectionShape<T> : Shape<T>, ISectionShape
{
    private readonly List<ISectionKey> _keys;
    private readonly List<KeyGroup> _groups;
    private readonly Func<SectionValues, T> _make;

    /// <param name="define">Declares the keys, and gives the function that makes the section's value of theirs.</param>
    public SectionShape(Func<SectionKeys, Func<SectionValues, T>> define)
    {
        var keys = new SectionKeys();
        _make = define(keys);
        _keys = keys.All;
        _groups = keys.Groups;
    }

    public IReadOnlyList<ISectionKey> Keys => _keys;

    public IReadOnlyList<KeyGroup> Groups => _groups;

    public bool NeedsContent => _keys.Exists(key => key.Needed) || _groups.Exists(group => group.OneNeeded);

    public IEnumerable<string> ExcludedBy(string key) =>
        _groups.Where(group => group.Names.Contains(key)).SelectMany(group => group.Names).Where(name => name != key);

    public ISectionShape? SectionOf(string key) => _keys.Find(known => known.Name == key)?.Section;

    public override T Read(SourceNode node, string path, Binding binding)
    {
        if (node is not SourceMapping mapping)
        {
            binding.Report(EnvironmentProblems.WrongType, path, node.Position,
                $"is {node.Kind}; it must be a section with the keys {string.Join(", ", _keys.Select(key => key.Name))}");
            return default!;
        }
        foreach (var entry in mapping.Entries.Where(entry => !_keys.Exists(key => key.Name == entry.Key)))
            binding.Unknown(path, entry, this);
        foreach (var group in _groups)
            group.Check(mapping, path, binding);
        var values = new Dictionary<ISectionKey, object?>();
        foreach (var key in _keys)
            values[key] = key.Read(mapping.Find(key.Name), mapping.Home, Binding.Join(path, key.Name), binding);
        return _make(new SectionValues(values, path, mapping.Position));
    }

    public override JsonObject ToSchema(bool whole)
    {
        var properties = new JsonObject();
        foreach (var key in _keys)
            properties[key.Name] = key.ToSchema(whole);
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = _keys.Where(key => key.Required && key.Section is null).Select(key => (JsonNode)key.Name).ToArray();
        if (whole && required.Length > 0)
            schema["required"] = new JsonArray(required);
        if (_groups.Count > 0)
            schema["allOf"] = new JsonArray([.. _groups.Select(group => group.ToSchema())]);
        return schema;
    }

    public override JsonNode? ToJson(T value) => null;
}
