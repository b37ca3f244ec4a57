namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>How a kind is addressed.</summary>
/// <param name="ApiVersion"><c>v1</c> or <c>group/version</c>.</param>
/// <param name="Plural">The kind's name in paths.</param>
/// <param name="Namespaced">Whether its objects live in namespaces.</param>
internal sealed record ApiResource(string ApiVersion, string Plural, bool Namespaced)
{
    /// <summary>The path of a collection, over all namespaces when none is given.</summary>
    public string CollectionPath(string? @namespace)
    {
        var root = ApiVersion.Contains('/') ? "apis/" + ApiVersion : "api/" + ApiVersion;
        return Namespaced && @namespace is not null
            ? $"{root}/namespaces/{Uri.EscapeDataString(@namespace)}/{Plural}"
            : $"{root}/{Plural}";
    }

    /// <summary>The path of one object.</summary>
    public string ObjectPath(ObjectReference reference)
        => $"{CollectionPath(reference.Namespace ?? (Namespaced ? "default" : null))}/{Uri.EscapeDataString(reference.Name)}";
}
