using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>
/// One version of an object, immutable. It is kept as UTF-8 JSON, a fraction of the size of a node tree, together with the few
/// values that every request looks at; lists are answered by copying these bytes.
/// </summary>
internal sealed class StoredObject
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    private StoredObject(ResourceType type, JsonObject document, byte[] json)
    {
        Type = type;
        Json = json;
        var metadata = document["metadata"];
        Namespace = metadata.Text("namespace") ?? "";
        Name = metadata.Text("name") ?? "";
        Uid = metadata.Text("uid") ?? "";
        Version = long.Parse(metadata.Text("resourceVersion") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        IsDeleting = metadata.Text("deletionTimestamp") is not null;
        Labels = metadata.Child("labels") is { Count: > 0 } labels
            ? labels.ToDictionary(label => label.Key, label => label.Value.Text() ?? "")
            : NoLabels;
        Owners = metadata.At("ownerReferences") is JsonArray { Count: > 0 }
            ? [.. metadata.Items("ownerReferences").Select(owner => owner.Text("uid")).OfType<string>()]
            : [];
    }

    public ResourceType Type { get; }

    public byte[] Json { get; }

    public string Namespace { get; }

    public string Name { get; }

    public string Uid { get; }

    public long Version { get; }

    public bool IsDeleting { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    public IReadOnlyList<string> Owners { get; }

    public static StoredObject From(ResourceType type, JsonObject document) =>
        new(type, document, JsonSerializer.SerializeToUtf8Bytes(document, Serialization.Options));

    public static StoredObject From(ResourceType type, byte[] json) => new(type, Serialization.ParseObject(json), json);

    /// <summary>The document as all readers share it: made when it is first asked for, and never to be changed.</summary>
    public JsonObject Shared => field ??= Read();

    /// <summary>A document of its own, which the caller may change.</summary>
    public JsonObject Read() => Serialization.ParseObject(Json);
}
