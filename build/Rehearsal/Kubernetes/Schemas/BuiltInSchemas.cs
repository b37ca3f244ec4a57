namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>The schemas of built-in kinds, read from the embedded tables on first use.</summary>
internal static class BuiltInSchemas
{
    private static readonly Lazy<SchemaTable> LazyTable = new(Load);
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Schema> Kinds = new();

    public static SchemaTable Table => LazyTable.Value;

    /// <summary>The whole document of a kind: its own fields, <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>.</summary>
    public static Schema Of(ResourceType type) => Kinds.GetOrAdd($"{type.Group}/{type.Kind}", _ =>
    {
        var known = Table.Find($"{type.Group}/{type.Kind}") ?? Table.Find(type.Kind);
        return Document(type.Kind, known, known is null);
    });

    /// <summary>Adds what every object has to the fields of a kind.</summary>
    public static Schema Document(string kind, Schema? fields, bool open)
    {
        var text = new Schema(SchemaKind.String);
        return new Schema(SchemaKind.Object)
        {
            Name = kind,
            IsOpen = open,
            FieldsFrom = () => new Dictionary<string, SchemaField>(fields?.Fields ?? new Dictionary<string, SchemaField>())
            {
                ["apiVersion"] = new("apiVersion", text),
                ["kind"] = new("kind", text),
                ["metadata"] = new("metadata", Table.Find("ObjectMeta")!) { Wire = [1] },
            },
        };
    }

    private static SchemaTable Load()
    {
        var assembly = typeof(BuiltInSchemas).Assembly;
        return new SchemaTable(assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".schema", StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            }));
    }
}
