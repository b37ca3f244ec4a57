namespace JupyterHub.Pipeline.Environments;

/// <summary>A container image.</summary>
public sealed record ImageSettings
{
    public required string Name { get; init; }

    public required string Tag { get; init; }
}
