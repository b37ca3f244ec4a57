namespace JupyterHub.Pipeline.Environments;

/// <summary>ExternalDNS, which keeps the names of Ingresses in the zone.</summary>
public sealed record ExternalDnsSettings
{
    public string Namespace { get; init; } = "external-dns";

    /// <summary>Marks the records that this environment owns; the environment's name unless given. Changing it orphans records.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Prefix of the TXT records that hold the ownership.</summary>
    public string TxtPrefix { get; init; } = "extdns-";

    public ExternalDnsPolicy Policy { get; init; } = ExternalDnsPolicy.Sync;

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);
}
