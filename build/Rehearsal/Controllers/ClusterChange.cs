using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>A change of the cluster as all controllers see it. The document is shared between them and never changed.</summary>
internal sealed class ClusterChange(ClusterEvent change)
{
    public string Resource { get; } = change.Resource.GroupResource;

    public string Namespace => change.Namespace;

    public string Name => change.Name;

    public bool IsDeletion => change.Type == ClusterEventType.Deleted;

    public ObjectKey Key => new(Resource, Namespace, Name);

    public IReadOnlyDictionary<string, string> Labels => change.Labels;

    public JsonObject Object => change.Stored.Shared;

    /// <summary>The controlling owner's address, where it is of the given kind.</summary>
    public ObjectKey? OwnerOf(string kind, string resource) =>
        Object.Items("metadata", "ownerReferences").FirstOrDefault(owner => owner.Text("kind") == kind)?.Text("name") is { } name
            ? new ObjectKey(resource, Namespace, name)
            : null;
}
