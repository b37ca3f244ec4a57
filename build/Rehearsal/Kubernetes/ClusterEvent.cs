using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>One change, as a watch reports it.</summary>
public sealed class ClusterEvent
{
    private readonly StoredObject? _stored;

    internal ClusterEvent(ClusterEventType type, StoredObject? stored, StoredObject? previous, long version)
    {
        Type = type;
        _stored = stored;
        Previous = previous;
        ResourceVersion = version;
    }

    public ClusterEventType Type { get; }

    /// <summary>The store's version after the change.</summary>
    public long ResourceVersion { get; }

    /// <summary>The object's type in its storage version.</summary>
    /// <exception cref="InvalidOperationException">It is a bookmark.</exception>
    public ResourceType Resource => Stored.Type;

    /// <summary>Empty for an object of the cluster.</summary>
    public string Namespace => Stored.Namespace;

    public string Name => Stored.Name;

    public IReadOnlyDictionary<string, string> Labels => Stored.Labels;

    /// <summary>A copy of the object: its new state, or its last one when it was deleted.</summary>
    public JsonObject Object => Stored.Read();

    internal StoredObject Stored => _stored ?? throw new InvalidOperationException("a bookmark has no object");

    internal StoredObject? Previous { get; }
}
