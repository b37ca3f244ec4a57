namespace JupyterHub.Pipeline.Environments;

/// <summary>Names.</summary>
public sealed record DnsSettings
{
    public required Bind9Settings Bind9 { get; init; }

    public required ExternalDnsSettings ExternalDns { get; init; }
}
