namespace JupyterHub.Pipeline.Environments;

/// <summary>The hub.</summary>
public sealed record HubSettings
{
    public string Namespace { get; init; } = "jupyterhub";

    /// <summary>Name of the Helm release.</summary>
    public string Release { get; init; } = "jupyterhub";

    /// <summary>The name that users type; below the zone, in lower case, without a trailing dot.</summary>
    public required string Host { get; init; }

    public string Title { get; init; } = "JupyterHub";

    public required AuthenticatorSettings Authenticator { get; init; }

    public UserSettings Users { get; init; } = new();

    public ResourceSettings Resources { get; init; } = new();

    /// <summary>Each user's home.</summary>
    public VolumeSettings Storage { get; init; } = new() { Size = Quantity.Parse("10Gi") };

    /// <summary>The hub's own database.</summary>
    public VolumeSettings Database { get; init; } = new() { Size = Quantity.Parse("1Gi") };

    public ImageSettings Image { get; init; } = new() { Name = "quay.io/jupyter/scipy-notebook", Tag = "2026-08-17" };

    public IReadOnlyList<ProfileSettings> Profiles { get; init; } = [];

    public CullingSettings Culling { get; init; } = new();

    public NetworkSettings Network { get; init; } = new();

    /// <summary>How long a user's server may take to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
