using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Hub;

/// <summary>JupyterHub as Zero to JupyterHub's chart installs it.</summary>
public static class HubRelease
{
    public static HelmRelease Release(DeploymentEnvironment environment)
        => new(environment.Hub.Release, environment.Hub.Namespace, environment.Charts.Jupyterhub, "jupyterhub.yaml");

    /// <summary>The hub and its proxy run, and the hub's database has its volume.</summary>
    public static IReadOnlyList<Readiness> IsReady(DeploymentEnvironment environment) =>
    [
        Readiness.Bound(environment.Hub.Namespace, "hub-db-dir"),
        Readiness.Deployment(environment.Hub.Namespace, "hub"),
        Readiness.Deployment(environment.Hub.Namespace, "proxy"),
    ];
}
