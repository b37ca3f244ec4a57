namespace JupyterHub.Pipeline.Dns;

/// <summary>How patiently to talk to a server.</summary>
public sealed record DnsClientOptions
{
    /// <summary>How long one attempt may take, and one message of a transfer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often to ask by UDP, where messages get lost.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The clock for timeouts and signatures.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
