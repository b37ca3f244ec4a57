namespace JupyterHub.Pipeline.Environments;

/// <summary>What users' servers may reach.</summary>
public sealed record NetworkSettings
{
    /// <summary>Whether network policies are installed.</summary>
    public bool Policy { get; init; } = true;

    /// <summary>Private networks, in CIDR notation, that users' servers may reach besides the Internet.</summary>
    public IReadOnlyList<string> Egress { get; init; } = [];
}
