namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>One resource that the API serves: <c>apps/v1 Deployment</c>. Equal when group, version and plural are equal.</summary>
public sealed class ResourceType : IEquatable<ResourceType>
{
    /// <summary>The API group; empty for the core group.</summary>
    public required string Group { get; init; }

    public required string Version { get; init; }

    public required string Kind { get; init; }

    public required string Plural { get; init; }

    public required bool Namespaced { get; init; }

    public string Singular { get => field ?? Kind.ToLowerInvariant(); init; }

    public string ListKind { get => field ?? Kind + "List"; init; }

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names of the subresources that are served: <c>status</c>, <c>scale</c>, <c>log</c>.</summary>
    public IReadOnlyList<string> Subresources { get; init; } = [];

    /// <summary>Whether <c>metadata.generation</c> counts changes of the specification.</summary>
    public bool HasGeneration { get; init; }

    /// <summary>Whether objects are kept; reviews such as SelfSubjectAccessReview are only answered.</summary>
    public bool Stored { get; init; } = true;

    /// <summary>The CustomResourceDefinition's name, for a custom resource.</summary>
    public string? Definition { get; init; }

    /// <summary>The version in which objects are kept; <see cref="Version"/> for all but secondary versions.</summary>
    public string StorageVersion { get => field ?? Version; init; }

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The resource independent of its version, as errors and journals name it: <c>deployments.apps</c>.</summary>
    public string GroupResource => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    public bool HasStatus => Subresources.Contains("status");

    public bool IsCustom => Definition is not null;

    public bool Equals(ResourceType? other) =>
        other is not null && Group == other.Group && Version == other.Version && Plural == other.Plural;

    public override bool Equals(object? obj) => Equals(obj as ResourceType);

    public override int GetHashCode() => HashCode.Combine(Group, Version, Plural);

    public override string ToString() => $"{ApiVersion} {Kind}";
}
