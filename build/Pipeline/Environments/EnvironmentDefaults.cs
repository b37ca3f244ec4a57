using System.Net;

namespace JupyterHub.Pipeline.Environments;

/// <summary>The defaults that depend on other values.</summary>
internal static class EnvironmentDefaults
{
    /// <summary>The version that the rehearsal's API server claims to be: that of the kubectl it is tested with.</summary>
    private static readonly KubernetesVersion RehearsalVersion = new(1, 35, 2, "v1.35.2");

    // A section that could not be read is null until its problem is thrown.
    public static DeploymentEnvironment Complete(DeploymentEnvironment environment)
    {
        if (environment.Cluster is { Provider: ClusterProvider.Rehearsal } cluster)
        {
            environment = environment with { Cluster = cluster with { Version = cluster.Version ?? RehearsalVersion } };
            if (environment.Ingress is { Address: null } ingress)
                environment = environment with { Ingress = ingress with { Address = IPAddress.Loopback } };
        }
        if (environment.Dns is { ExternalDns: { OwnerId: null } externalDns } dns)
            environment = environment with { Dns = dns with { ExternalDns = externalDns with { OwnerId = environment.Name } } };
        return environment;
    }
}
