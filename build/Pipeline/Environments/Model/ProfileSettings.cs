namespace JupyterHub.Pipeline.Environments;

/// <summary>A choice that users have when they start a server.</summary>
public sealed record ProfileSettings
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Whether it is chosen unless the user chooses another; at most one is.</summary>
    public bool Default { get; init; }

    /// <summary>The hub's image when absent.</summary>
    public ImageSettings? Image { get; init; }

    /// <summary>The hub's resources when absent.</summary>
    public ResourceSettings? Resources { get; init; }
}
