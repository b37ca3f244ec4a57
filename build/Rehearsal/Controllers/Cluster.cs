using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>
/// The cluster as a controller reads and writes it. What is read is shared between all readers and must not be changed. A write that would
/// change nothing is none.
/// </summary>
internal sealed class Cluster(ClusterStore store, TimeProvider time)
{
    private readonly Dictionary<string, ResourceType> _builtIn = store.Types.All
        .Where(type => !type.IsCustom)
        .GroupBy(type => type.GroupResource)
        .ToDictionary(group => group.Key, group => group.FirstOrDefault(type => type.Version == type.StorageVersion) ?? group.First());

    public TimeProvider Time { get; } = time;

    /// <summary>The present as Kubernetes writes it.</summary>
    public string Now => Format(Time.GetUtcNow());

    public static string Format(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether the resource is served: a custom one is after its definition was created.</summary>
    public bool Serves(string resource) => TypeOf(resource) is not null;

    public JsonObject? Get(string resource, string? @namespace, string name) =>
        TypeOf(resource) is { } type ? store.Find(type, @namespace, name)?.Shared : null;

    public JsonObject? Get(ObjectKey key) => Get(key.Resource, key.Namespace, key.Name);

    public IReadOnlyList<JsonObject> List(string resource, string? @namespace = null, LabelSelector? selector = null) =>
        [.. Stored(resource, @namespace, selector).Select(stored => stored.Shared)];

    /// <summary>The addresses of all objects of a resource.</summary>
    public IEnumerable<ObjectKey> Keys(string resource, string? @namespace = null) =>
        [.. Stored(resource, @namespace, selector: null).Select(stored => new ObjectKey(resource, stored.Namespace, stored.Name))];

    public static ObjectKey KeyOf(string resource, JsonObject document) =>
        new(resource, document.Text("metadata", "namespace") ?? "", document.Text("metadata", "name") ?? "");

    /// <summary>The objects of a resource that the owner controls.</summary>
    public IReadOnlyList<JsonObject> Owned(string resource, JsonObject owner)
    {
        var type = TypeOf(resource);
        return type is null || owner.Text("metadata", "uid") is not { } uid
            ? []
            : [.. store.StoredDependentsOf(uid).Where(each => each.Type.GroupResource == resource).Select(each => each.Shared)];
    }

    public JsonObject Create(string resource, JsonObject document, string manager) =>
        store.Create(Require(resource), Named(resource, document), new WriteOptions { FieldManager = manager });

    /// <summary>Creates the object where there is none; changes an existing one so that it says what the document says, keeping the rest.</summary>
    public JsonObject Ensure(string resource, JsonObject document, string manager)
    {
        var key = KeyOf(resource, document);
        if (Get(key) is null)
            return Create(resource, document, manager);
        return Change(key, live => Overlay.Apply(live, document), manager);
    }

    /// <summary>Changes the object, or does nothing when it is gone.</summary>
    /// <param name="change">May be called more than once, each time with a document of its own.</param>
    public JsonObject Change(ObjectKey key, Action<JsonObject> change, string manager) => Write(key, change, manager, subresource: null);

    /// <summary>Changes the object's status.</summary>
    public JsonObject ChangeStatus(ObjectKey key, Action<JsonObject> change, string manager)
    {
        var subresource = Require(key.Resource).HasStatus ? "status" : null;
        return Write(key, document => change(document.Ensure("status")), manager, subresource);
    }

    public void Delete(ObjectKey key)
    {
        if (TypeOf(key.Resource) is { } type && store.Get(type, key.Namespace, key.Name) is not null)
            store.Delete(type, key.Namespace, key.Name);
    }

    /// <summary>Records what happened to an object. The same event is recorded once.</summary>
    /// <param name="type"><c>Normal</c> or <c>Warning</c>.</param>
    public void Record(ObjectKey about, string type, string reason, string message, string component)
    {
        var subject = Get(about);
        var @namespace = about.Namespace.Length == 0 ? "default" : about.Namespace;
        var uid = subject.Text("metadata", "uid") ?? "";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{uid}|{reason}|{message}")))[..16];
        var name = $"{about.Name}.{hash}";
        if (Get(Resources.Events, @namespace, name) is not null || Get(Resources.Namespaces, null, @namespace).Text("metadata", "deletionTimestamp") is not null)
            return;
        Create(Resources.Events, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = @namespace },
            ["involvedObject"] = new JsonObject
            {
                ["apiVersion"] = subject.Text("apiVersion"),
                ["kind"] = subject.Text("kind"),
                ["name"] = about.Name,
                ["namespace"] = about.Namespace.Length == 0 ? null : about.Namespace,
                ["uid"] = uid,
            },
            ["type"] = type,
            ["reason"] = reason,
            ["message"] = message,
            ["source"] = new JsonObject { ["component"] = component },
            ["reportingComponent"] = component,
            ["reportingInstance"] = "",
            ["count"] = 1,
            ["firstTimestamp"] = Now,
            ["lastTimestamp"] = Now,
        }, component);
    }

    /// <summary>What a dependent says of its controlling owner.</summary>
    public static JsonObject OwnerReference(JsonObject owner) => new()
    {
        ["apiVersion"] = owner.Text("apiVersion"),
        ["kind"] = owner.Text("kind"),
        ["name"] = owner.Text("metadata", "name"),
        ["uid"] = owner.Text("metadata", "uid"),
        ["controller"] = true,
        ["blockOwnerDeletion"] = true,
    };

    private JsonObject Write(ObjectKey key, Action<JsonObject> change, string manager, string? subresource)
    {
        // Most reconciliations change nothing; finding that out here spares the store its work.
        if (Get(key) is { } shared && JsonNode.DeepEquals(Changed((JsonObject)shared.DeepClone(), change), shared))
            return shared;
        return store.Change(
            Require(key.Resource), key.Namespace, key.Name, document => Changed(document, change), new WriteOptions { FieldManager = manager }, subresource);
    }

    private IEnumerable<StoredObject> Stored(string resource, string? @namespace, LabelSelector? selector) =>
        TypeOf(resource) is { } type ? store.Stored(type, @namespace, selector ?? LabelSelector.Everything) : [];

    private static JsonObject Changed(JsonObject document, Action<JsonObject> change)
    {
        change(document);
        return document;
    }

    private JsonObject Named(string resource, JsonObject document)
    {
        var type = Require(resource);
        document["apiVersion"] ??= type.ApiVersion;
        document["kind"] ??= type.Kind;
        return document;
    }

    private ResourceType Require(string resource) =>
        TypeOf(resource) ?? throw new InvalidOperationException($"the cluster does not serve {resource}");

    private ResourceType? TypeOf(string resource)
    {
        if (_builtIn.TryGetValue(resource, out var known))
            return known;
        ResourceType? found = null;
        foreach (var type in store.Types.All)
        {
            if (type.Definition == resource && (found is null || type.Version == type.StorageVersion))
                found = type;
        }
        return found;
    }
}
