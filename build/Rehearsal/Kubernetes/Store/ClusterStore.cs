using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>
/// The cluster's objects, with the rules of the API server: names, versions, generations, finalizers, owners, namespaces.
/// Controllers work on it in process; the API server serves it. Thread-safe. Documents go in and out as copies.
/// Every refusal is an <see cref="ApiStatusException"/>. Writes are on disk (or with the operating system, at a kill) when they return.
/// </summary>
public sealed partial class ClusterStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ObjectTable _objects = new();
    private readonly Journal? _journal;
    private readonly SchemaRegistry _schemas = new();
    private readonly TimeProvider _time;
    private readonly EventLog _events;
    private long _version;

    private ClusterStore(string? stateDirectory, TimeProvider time)
    {
        _time = time;
        if (stateDirectory is not null)
            _journal = Journal.Open(stateDirectory, Load);
        _events = new EventLog(_version);
    }

    /// <summary>The resources that are served now.</summary>
    public ResourceTypes Types { get; } = new();

    internal SchemaRegistry Schemas => _schemas;

    internal TimeProvider Time => _time;

    /// <summary>The version of the last change.</summary>
    public long ResourceVersion => Volatile.Read(ref _version);

    /// <summary>Opens the state of earlier runs, or begins an empty cluster.</summary>
    /// <param name="stateDirectory">Made when it is missing; held by one process at a time. Null keeps everything in memory.</param>
    /// <exception cref="Problems.ProblemException">The directory is in use, or not accessible.</exception>
    public static ClusterStore Open(string? stateDirectory, TimeProvider? time = null)
    {
        var store = new ClusterStore(stateDirectory, time ?? TimeProvider.System);
        store.CreateSystemNamespaces();
        return store;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _events.Complete();
            _journal?.Dispose();
        }
    }

    private void Load(JournalRecord record)
    {
        _version = Math.Max(_version, record.Version);
        if (record.Name.Length == 0)
            return;
        if (record.Json is not { } json)
        {
            var name = new ObjectName(record.Namespace, record.Name);
            _objects.Remove(record.Resource, name);
            if (record.Resource == CustomResourceDefinitions)
                Types.Replace(record.Name, []);
            return;
        }
        var document = Serialization.ParseObject(json.Span);
        var type = Types.FindKind(document.Text("apiVersion") ?? "", document.Text("kind") ?? "");
        if (type is null)
            return;
        var stored = StoredObject.From(StorageType(type), json.ToArray());
        _objects.Put(record.Resource, stored);
        if (record.Resource == CustomResourceDefinitions)
            Register(document);
    }

    /// <summary>Makes the document the object's state: gives it the next version, keeps it, and tells the watches.</summary>
    private JsonObject Put(ResourceType type, JsonObject document, StoredObject? previous)
    {
        var storage = StorageType(type);
        document["apiVersion"] = storage.ApiVersion;
        document["kind"] = storage.Kind;
        document["metadata"]!["resourceVersion"] = (_version + 1).ToString(CultureInfo.InvariantCulture);
        var stored = StoredObject.From(storage, document);
        _journal?.Append(new JournalRecord(_version + 1, storage.GroupResource, stored.Namespace, stored.Name, stored.Json));
        _objects.Put(storage.GroupResource, stored);
        Publish(new ClusterEvent(previous is null ? ClusterEventType.Added : ClusterEventType.Modified, stored, previous, _version + 1));
        return InVersion(document, type);
    }

    private void Remove(StoredObject stored)
    {
        var document = stored.Read();
        document["metadata"]!["resourceVersion"] = (_version + 1).ToString(CultureInfo.InvariantCulture);
        var last = StoredObject.From(stored.Type, document);
        _journal?.Append(new JournalRecord(_version + 1, stored.Type.GroupResource, stored.Namespace, stored.Name, null));
        _objects.Remove(stored.Type.GroupResource, new ObjectName(stored.Namespace, stored.Name));
        Publish(new ClusterEvent(ClusterEventType.Deleted, last, stored, _version + 1));
    }

    private void Publish(ClusterEvent change)
    {
        Volatile.Write(ref _version, change.ResourceVersion);
        _events.Add(change);
        if (_journal?.IsDue(_objects.Bytes) == true)
            _journal.Rewrite(Snapshot());
    }

    // Definitions first: reading the others needs the types that they define.
    private IEnumerable<JournalRecord> Snapshot() =>
        _objects.Resources
            .OrderBy(resource => resource == CustomResourceDefinitions ? 0 : 1)
            .SelectMany(resource => _objects.Of(resource).Values.Select(stored =>
                new JournalRecord(stored.Version, resource, stored.Namespace, stored.Name, stored.Json)))
            .Append(new JournalRecord(_version, "-", "", "", null));

    private ResourceType StorageType(ResourceType type) =>
        type.Version == type.StorageVersion ? type : Types.Find(type.Group, type.StorageVersion, type.Plural) ?? type;

    private string Now() => _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
