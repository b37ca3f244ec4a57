namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>Who writes, in which version of the API, through which subresource, and when (RFC 3339).</summary>
internal sealed record FieldManager(string Name, string ApiVersion, string? Subresource, string Time)
{
    public bool IsUpdate(ManagerEntry entry) =>
        entry.Manager == Name && entry.Operation == "Update" && entry.ApiVersion == ApiVersion && entry.Subresource == Subresource;
}
