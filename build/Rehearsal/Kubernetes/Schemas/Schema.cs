using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>
/// What the server knows of a value: its kind, its fields, and how it merges. Built-in types have theirs from the tables under
/// <c>BuiltIn</c>, custom resources from their definition's OpenAPI schema.
/// </summary>
internal sealed class Schema(SchemaKind kind)
{
    public static readonly Schema Any = new(SchemaKind.Any);

    private static readonly IReadOnlyDictionary<string, SchemaField> NoFields = new Dictionary<string, SchemaField>();
    private Func<IReadOnlyDictionary<string, SchemaField>>? _fields;

    public SchemaKind Kind { get; } = kind;

    /// <summary>The type's name, where it has one.</summary>
    public string? Name { get; init; }

    /// <summary>For strings and numbers, OpenAPI's format: <c>int32</c>, <c>date-time</c>, <c>byte</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The fields of an object; filled on first use, since types refer to each other.</summary>
    public IReadOnlyDictionary<string, SchemaField> Fields => field ??= _fields?.Invoke() ?? NoFields;

    public Func<IReadOnlyDictionary<string, SchemaField>> FieldsFrom { init => _fields = value; }

    /// <summary>The items of a list or the values of a map.</summary>
    public Schema? Items { get; init; }

    public ListKind List { get; init; }

    /// <summary>The identifying fields of a list's items.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The field by which strategic merge patch identifies items, or null when it replaces the list.</summary>
    public string? PatchKey { get; init; }

    /// <summary>Strategic merge patch names the fields to keep (<c>retainKeys</c>).</summary>
    public bool RetainsKeys { get; init; }

    /// <summary>Strategic merge patch replaces the value as a whole.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>One field for server-side apply, whatever is in it.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>Fields that are not listed are kept (<c>x-kubernetes-preserve-unknown-fields</c>), or the type is not known in detail.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether null is a value here, rather than absence.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The OpenAPI document of a custom resource's schema, for what only validation needs.</summary>
    public JsonObject? Source { get; init; }

    /// <summary>The schema of a field, and of anything under a type that is not known in detail.</summary>
    public Schema Of(string name) => Kind switch
    {
        SchemaKind.Object => Fields.TryGetValue(name, out var found) ? found.Schema : Items ?? Any,
        SchemaKind.Map => Items ?? Any,
        _ => Any,
    };

    /// <summary>The schema that applies to the value: what nothing is known of merges field by field, its lists as a whole.</summary>
    public SchemaKind KindFor(JsonNode? value) => Kind != SchemaKind.Any ? Kind : value switch
    {
        JsonObject => SchemaKind.Map,
        JsonArray => SchemaKind.List,
        _ => SchemaKind.Any,
    };
}
