namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>Namespace (empty for an object of the cluster) and name, in the order of lists: byte by byte.</summary>
internal readonly record struct ObjectName(string Namespace, string Name) : IComparable<ObjectName>
{
    public int CompareTo(ObjectName other)
    {
        var order = string.CompareOrdinal(Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }
}
