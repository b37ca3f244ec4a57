using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

public sealed partial class ClusterStore
{
    /// <summary>The object, or null.</summary>
    /// <param name="namespace">Null or empty for an object of the cluster.</param>
    public JsonObject? Get(ResourceType type, string? @namespace, string name) =>
        Find(type, @namespace, name) is { } stored ? InVersion(stored.Read(), type) : null;

    /// <summary>The objects of a namespace, or of all, in the order of namespace and name.</summary>
    public IReadOnlyList<JsonObject> List(ResourceType type, string? @namespace = null, LabelSelector? selector = null) =>
        [.. Stored(type, @namespace, selector ?? LabelSelector.Everything).Select(stored => InVersion(stored.Read(), type))];

    /// <summary>The objects that name this one in their owner references, of all types.</summary>
    public IReadOnlyList<JsonObject> DependentsOf(string uid)
    {
        lock (_gate)
            return [.. _objects.DependentsOf(uid).Select(stored => stored.Read())];
    }

    /// <summary>Changes as they happen, until cancelled or the store is closed.</summary>
    /// <param name="type">Null for all types.</param>
    /// <param name="fromVersion">
    /// Report what changed after this version. Null: first an <see cref="ClusterEventType.Added"/> for every object there is, then
    /// a <see cref="ClusterEventType.Bookmark"/>, then changes.
    /// </param>
    /// <exception cref="ApiStatusException">410: the version is too old to continue from.</exception>
    public async IAsyncEnumerable<ClusterEvent> Watch(
        ResourceType? type, long? fromVersion = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (past, watch) = Subscribe(type, fromVersion);
        try
        {
            foreach (var change in past)
                yield return change;
            await foreach (var change in watch.Reader.ReadAllAsync(cancellation))
            {
                if (type is null || change.Resource.GroupResource == type.GroupResource)
                    yield return change;
            }
        }
        finally
        {
            lock (_gate)
                _events.Unsubscribe(watch);
        }
    }

    /// <summary>Refuses a version that a watch cannot continue from, before the watch has begun to answer.</summary>
    internal void RequireRecent(long version)
    {
        lock (_gate)
        {
            if (version < _events.Oldest)
                throw ApiErrors.Expired(version, _events.Oldest);
        }
    }

    private (IReadOnlyList<ClusterEvent> Past, Channel<ClusterEvent> Watch) Subscribe(ResourceType? type, long? fromVersion)
    {
        lock (_gate)
        {
            List<ClusterEvent> past;
            if (fromVersion is null)
            {
                past = [.. (type is null ? _objects.Resources : [type.GroupResource])
                    .SelectMany(resource => _objects.Of(resource).Values)
                    .Select(stored => new ClusterEvent(ClusterEventType.Added, stored, null, stored.Version))];
                past.Add(new ClusterEvent(ClusterEventType.Bookmark, null, null, _version));
            }
            else if (fromVersion < _events.Oldest)
            {
                throw ApiErrors.Expired(fromVersion.Value, _events.Oldest);
            }
            else
            {
                past = [.. _events.Since(fromVersion.Value).Where(change => type is null || change.Resource.GroupResource == type.GroupResource)];
            }
            return (past, _events.Subscribe());
        }
    }

    internal IReadOnlyList<StoredObject> StoredDependentsOf(string uid)
    {
        lock (_gate)
            return _objects.DependentsOf(uid);
    }

    internal StoredObject? Find(ResourceType type, string? @namespace, string name) =>
        _objects.Find(type.GroupResource, type.Namespaced ? @namespace ?? "" : "", name);

    internal IEnumerable<StoredObject> Stored(ResourceType type, string? @namespace, LabelSelector selector)
    {
        IEnumerable<StoredObject> all = _objects.Of(type.GroupResource).Values;
        if (!string.IsNullOrEmpty(@namespace))
            all = all.Where(stored => stored.Namespace == @namespace);
        return selector.Requirements.Count == 0 ? all : all.Where(stored => selector.Matches(stored.Labels));
    }

    /// <summary>The document as the version of the type names itself: versions differ in their <c>apiVersion</c> only.</summary>
    internal static JsonObject InVersion(JsonObject document, ResourceType type)
    {
        if (document.Text("apiVersion") != type.ApiVersion)
            document["apiVersion"] = type.ApiVersion;
        return document;
    }
}
