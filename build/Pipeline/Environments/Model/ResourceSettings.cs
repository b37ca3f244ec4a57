namespace JupyterHub.Pipeline.Environments;

/// <summary>What one user's server gets.</summary>
public sealed record ResourceSettings
{
    public ResourceRange Cpu { get; init; } = new();

    public ResourceRange Memory { get; init; } = new();
}
