namespace JupyterHub.Pipeline.Environments;

/// <summary>When idle servers are stopped.</summary>
public sealed record CullingSettings
{
    public bool Enabled { get; init; } = true;

    /// <summary>How long a server may be idle.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the hub looks.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a server may run at all; zero for ever.</summary>
    public TimeSpan MaxAge { get; init; }
}
