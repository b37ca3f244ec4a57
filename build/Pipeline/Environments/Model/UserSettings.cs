namespace JupyterHub.Pipeline.Environments;

/// <summary>Who may use the hub.</summary>
public sealed record UserSettings
{
    public IReadOnlyList<string> Admins { get; init; } = [];

    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether everyone who proves an identity may log in.</summary>
    public bool AllowAll { get; init; }
}
