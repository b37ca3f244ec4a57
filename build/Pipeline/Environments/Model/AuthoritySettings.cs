namespace JupyterHub.Pipeline.Environments;

/// <summary>A certificate authority of the platform's own.</summary>
public sealed record AuthoritySettings
{
    public string CommonName { get; init; } = "JupyterHub platform CA";

    /// <summary>How long the authority's certificate is valid. Its key never changes.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(87600);

    /// <summary>How long the certificates that it issues are valid.</summary>
    public TimeSpan LeafDuration { get; init; } = TimeSpan.FromHours(2160);
}
