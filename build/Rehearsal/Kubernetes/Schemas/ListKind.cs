namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>How a list merges in server-side apply (<c>x-kubernetes-list-type</c>).</summary>
internal enum ListKind
{
    /// <summary>One value, replaced as a whole.</summary>
    Atomic,

    /// <summary>Items that are themselves their identity.</summary>
    Set,

    /// <summary>Items identified by key fields.</summary>
    Map,
}
