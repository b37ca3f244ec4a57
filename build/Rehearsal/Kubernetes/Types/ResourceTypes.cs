using System.Collections.Immutable;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>The resources that the API serves now: the built-in ones, and those of established CustomResourceDefinitions. Thread-safe.</summary>
public sealed class ResourceTypes
{
    private ImmutableArray<ResourceType> _all = [.. BuiltInTypes.All()];
    private ImmutableDictionary<(string Group, string Plural), ImmutableArray<ResourceType>> _byResource;

    internal ResourceTypes() => _byResource = Index(_all);

    /// <summary>Every served type in every served version; the preferred version of a group first.</summary>
    public ImmutableArray<ResourceType> All => _all;

    /// <summary>Moves with every registration, so that what is derived from the types can be cached.</summary>
    internal int Revision { get; private set; }

    /// <summary>The type of a path: group (empty for core), version and plural name; null when it is not served.</summary>
    public ResourceType? Find(string group, string version, string plural)
    {
        if (!_byResource.TryGetValue((group, plural), out var versions))
            return null;
        foreach (var type in versions)
        {
            if (type.Version == version)
                return type;
        }
        return null;
    }

    /// <summary>The type of a document's <c>apiVersion</c> and <c>kind</c>; null when it is not served.</summary>
    public ResourceType? FindKind(string apiVersion, string kind)
    {
        foreach (var type in _all)
        {
            if (type.Kind == kind && type.ApiVersion == apiVersion)
                return type;
        }
        return null;
    }

    /// <summary>
    /// The preferred version of a kind by its name, <c>Deployment</c>, or with its group where the name is not unique,
    /// <c>Certificate.cert-manager.io</c>; null when it is not served (yet).
    /// </summary>
    public ResourceType? Find(string kind)
    {
        var dot = kind.IndexOf('.');
        var name = dot < 0 ? kind : kind[..dot];
        var group = dot < 0 ? null : kind[(dot + 1)..];
        foreach (var type in _all)
        {
            if (type.Kind == name && (group is null || type.Group == group))
                return type;
        }
        return null;
    }

    /// <summary>The type by its name as <see cref="Find(string)"/> takes it.</summary>
    /// <exception cref="ApiStatusException">It is not served: 404, with the message of the real API.</exception>
    public ResourceType this[string kind] => Find(kind) ?? throw ApiErrors.UnknownPath();

    /// <summary>Every served version of a resource.</summary>
    internal ImmutableArray<ResourceType> Versions(string group, string plural) =>
        _byResource.TryGetValue((group, plural), out var versions) ? versions : [];

    internal void Replace(string definition, IEnumerable<ResourceType> types)
    {
        _all = [.. _all.Where(type => type.Definition != definition), .. types];
        _byResource = Index(_all);
        Revision++;
    }

    private static ImmutableDictionary<(string, string), ImmutableArray<ResourceType>> Index(ImmutableArray<ResourceType> all) =>
        all.GroupBy(type => (type.Group, type.Plural)).ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
}
