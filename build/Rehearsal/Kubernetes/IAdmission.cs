namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>Has a say in writes before they are made, as admission webhooks have.</summary>
public interface IAdmission
{
    /// <param name="operation"><c>CREATE</c> or <c>UPDATE</c>.</param>
    /// <exception cref="ApiStatusException">The write is refused.</exception>
    void Admit(ResourceType type, string? @namespace, string operation);
}
