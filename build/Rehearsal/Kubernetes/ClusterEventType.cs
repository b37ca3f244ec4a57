namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>What a watch reports.</summary>
public enum ClusterEventType
{
    Added,
    Modified,
    Deleted,

    /// <summary>No object: everything up to <see cref="ClusterEvent.ResourceVersion"/> has been reported. The first one ends the initial state.</summary>
    Bookmark,
}
