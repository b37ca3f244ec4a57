namespace JupyterHub.Pipeline.Components;

/// <summary>Where a run keeps its files, all under <c>.nuke/temp</c>.</summary>
internal sealed class DeploymentFolders(string root)
{
    private readonly string _temp = Path.Combine(root, ".nuke", "temp");

    public string Root { get; } = root;

    /// <summary>Programs that were fetched.</summary>
    public string Tools => Path.Combine(_temp, "tools");

    /// <summary>Charts that were pulled.</summary>
    public string Charts => Path.Combine(_temp, "charts");

    /// <summary>helm's own cache and configuration.</summary>
    public string HelmHome => Path.Combine(_temp, "helm");

    /// <summary>The rehearsals' state, a folder per environment.</summary>
    public string Rehearsals => Path.Combine(_temp, "rehearsal");

    /// <summary>What was rendered for an environment, for people to read.</summary>
    public string Rendered(string environment) => Path.Combine(_temp, "rendered", environment);

    /// <summary>The authority that clients of an environment's hub have to trust.</summary>
    public string Authority(string environment) => Path.Combine(_temp, "authority", environment + ".crt");
}
