namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>
/// Brings one kind of object to the state that it asks for. A controller looks at the cluster as it is, never at what it remembers,
/// so it may be run any number of times; when nothing is to be done it writes nothing.
/// </summary>
internal abstract class Controller(Cluster cluster)
{
    protected Cluster Cluster { get; } = cluster;

    /// <summary>The objects that a change concerns.</summary>
    public abstract IEnumerable<ObjectKey> Affected(ClusterChange change);

    /// <summary>Does what is to be done for the object, which may be gone.</summary>
    /// <returns>When to look again if nothing changes before; null for never.</returns>
    public abstract ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation);
}
