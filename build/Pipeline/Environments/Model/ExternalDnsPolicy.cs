namespace JupyterHub.Pipeline.Environments;

/// <summary>What ExternalDNS may do to records that it owns.</summary>
public enum ExternalDnsPolicy
{
    /// <summary>Create, update and delete.</summary>
    Sync,

    /// <summary>Create and update.</summary>
    UpsertOnly,

    /// <summary>Create.</summary>
    CreateOnly,
}
