using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>Reads the tables of built-in types. Their language is described at the head of <c>BuiltIn/meta.schema</c>.</summary>
internal sealed class SchemaTable
{
    private readonly Dictionary<string, (string Options, List<string> Lines)> _blocks = [];
    private readonly Dictionary<string, Schema> _types = [];
    private readonly Lock _gate = new();

    public SchemaTable(IEnumerable<string> texts)
    {
        foreach (var line in texts.SelectMany(text => text.Split('\n')))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] != ' ')
            {
                var (name, options) = Cut(line, ' ');
                _blocks.Add(name, (options, []));
            }
            else
            {
                _blocks.Last().Value.Lines.Add(line.Trim());
            }
        }
    }

    public IEnumerable<string> Names => _blocks.Keys;

    /// <summary>The type of that name; null when the tables do not have it.</summary>
    public Schema? Find(string name)
    {
        lock (_gate)
        {
            if (_types.TryGetValue(name, out var known))
                return known;
            if (!_blocks.TryGetValue(name, out var block))
                return null;
            return _types[name] = new Schema(SchemaKind.Object)
            {
                Name = name,
                IsAtomic = block.Options == "atomic",
                FieldsFrom = () => block.Lines.SelectMany(Fields).ToDictionary(field => field.Name),
            };
        }
    }

    private IEnumerable<SchemaField> Fields(string line)
    {
        var (type, names) = Cut(line, ':');
        var schema = Type(type);
        foreach (var word in names.Trim().Split(' '))
        {
            var (head, value) = Cut(word, '=');
            var (name, wire) = Cut(head, '#');
            yield return new SchemaField(name.TrimEnd('*'), schema)
            {
                Wire = wire.Length == 0 ? [] : [.. wire.Split('.').Select(int.Parse)],
                IsRequired = name.EndsWith('*'),
                Default = word.Contains('=') ? Default(value, schema) : null,
            };
        }
    }

    private Schema Type(string text)
    {
        var open = text.IndexOf('(');
        if (open < 0)
            return Plain(text);
        var close = text.LastIndexOf(')');
        var (item, by) = Cut(text[(open + 1)..close], ' ');
        var options = text[(close + 1)..];
        if (text.StartsWith("map", StringComparison.Ordinal))
            return new Schema(SchemaKind.Map) { Items = Plain(item), IsAtomic = options.Contains("atomic") };
        var keys = Option(by, "by")?.Split(',') ?? [];
        return new Schema(SchemaKind.List)
        {
            Items = Plain(item),
            List = text.StartsWith("set", StringComparison.Ordinal) ? ListKind.Set : keys.Length > 0 ? ListKind.Map : ListKind.Atomic,
            Keys = keys,
            PatchKey = Option(by, "patch") ?? keys.FirstOrDefault() ?? (text.StartsWith("set", StringComparison.Ordinal) ? "" : null),
            RetainsKeys = options.Contains("retain"),
        };
    }

    private Schema Plain(string text)
    {
        var (name, option) = Cut(text, ' ');
        if (option.Length > 0)
        {
            var type = Plain(name);
            return new Schema(SchemaKind.Object)
            {
                Name = name,
                IsAtomic = type.IsAtomic,
                RetainsKeys = option == "retain",
                IsReplaced = option == "replace",
                FieldsFrom = () => type.Fields,
            };
        }
        return name switch
        {
            "any" => Schema.Any,
            "string" => new Schema(SchemaKind.String),
            "time" => new Schema(SchemaKind.String) { Format = "date-time", IsNullable = true },
            "microtime" => new Schema(SchemaKind.String) { Format = "date-time", IsNullable = true },
            "bytes" => new Schema(SchemaKind.String) { Format = "byte" },
            "int" => new Schema(SchemaKind.Integer) { Format = "int32" },
            "long" => new Schema(SchemaKind.Integer) { Format = "int64" },
            "bool" => new Schema(SchemaKind.Boolean),
            "intstr" => new Schema(SchemaKind.IntOrString) { Format = "int-or-string" },
            "quantity" => new Schema(SchemaKind.Quantity),
            _ => Find(name) ?? throw new InvalidDataException($"the schema tables refer to {name}, which they do not have"),
        };
    }

    private static JsonNode Default(string value, Schema schema) => schema.Kind switch
    {
        SchemaKind.String => JsonValue.Create(value),
        SchemaKind.IntOrString when !int.TryParse(value, out _) => JsonValue.Create(value),
        _ => JsonNode.Parse(value)!,
    };

    private static string? Option(string options, string name)
    {
        var words = options.Split(' ');
        var index = Array.IndexOf(words, name);
        return index < 0 ? null : words[index + 1];
    }

    private static (string Head, string Tail) Cut(string text, char at)
    {
        var index = text.IndexOf(at);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }
}
