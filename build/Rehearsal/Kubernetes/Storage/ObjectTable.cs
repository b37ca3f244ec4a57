using System.Collections.Immutable;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>The objects of all resources, ordered by namespace and name as lists are. Reading needs no lock: a reader has a snapshot.</summary>
internal sealed class ObjectTable
{
    private static readonly ImmutableSortedDictionary<ObjectName, StoredObject> Empty = ImmutableSortedDictionary<ObjectName, StoredObject>.Empty;

    private readonly Dictionary<string, HashSet<(string Resource, ObjectName Name)>> _dependents = [];
    private ImmutableDictionary<string, ImmutableSortedDictionary<ObjectName, StoredObject>> _resources =
        ImmutableDictionary<string, ImmutableSortedDictionary<ObjectName, StoredObject>>.Empty;
    private readonly Dictionary<string, (string Resource, ObjectName Name)> _uids = [];
    private readonly Dictionary<string, int> _namespaces = [];

    /// <summary>Size of all documents together.</summary>
    public long Bytes { get; private set; }

    public IEnumerable<string> Resources => _resources.Keys;

    public ImmutableSortedDictionary<ObjectName, StoredObject> Of(string resource) => _resources.GetValueOrDefault(resource, Empty);

    public StoredObject? Find(string resource, string @namespace, string name) =>
        Of(resource).GetValueOrDefault(new ObjectName(@namespace, name));

    public bool Exists(string uid) => _uids.ContainsKey(uid);

    public StoredObject? ByUid(string uid) =>
        _uids.TryGetValue(uid, out var key) ? Of(key.Resource).GetValueOrDefault(key.Name) : null;

    /// <summary>How many objects the namespace holds.</summary>
    public int CountIn(string @namespace) => _namespaces.GetValueOrDefault(@namespace);

    public void Put(string resource, StoredObject stored)
    {
        var name = new ObjectName(stored.Namespace, stored.Name);
        Remove(resource, name);
        _resources = _resources.SetItem(resource, Of(resource).SetItem(name, stored));
        Bytes += stored.Json.Length;
        _uids[stored.Uid] = (resource, name);
        if (stored.Namespace.Length > 0)
            _namespaces[stored.Namespace] = CountIn(stored.Namespace) + 1;
        foreach (var owner in stored.Owners)
        {
            if (!_dependents.TryGetValue(owner, out var dependents))
                _dependents[owner] = dependents = [];
            dependents.Add((resource, name));
        }
    }

    public void Remove(string resource, ObjectName name)
    {
        if (!Of(resource).TryGetValue(name, out var stored))
            return;
        _resources = _resources.SetItem(resource, Of(resource).Remove(name));
        Bytes -= stored.Json.Length;
        _uids.Remove(stored.Uid);
        if (stored.Namespace.Length > 0)
            _namespaces[stored.Namespace]--;
        foreach (var owner in stored.Owners)
        {
            if (_dependents.TryGetValue(owner, out var dependents) && dependents.Remove((resource, name)) && dependents.Count == 0)
                _dependents.Remove(owner);
        }
    }

    /// <summary>The objects whose owner references name the object; a copy.</summary>
    public IReadOnlyList<StoredObject> DependentsOf(string uid) =>
        _dependents.TryGetValue(uid, out var dependents)
            ? [.. dependents.Select(key => Of(key.Resource)[key.Name]).OrderBy(dependent => dependent.Version)]
            : [];
}
