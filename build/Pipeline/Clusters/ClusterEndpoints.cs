using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Clusters;

/// <summary>Finds, or makes, what an environment's platform is reached through.</summary>
/// <param name="rehearsal">The embedded rehearsal, where the build carries one.</param>
/// <param name="secrets">Gives the key that the rehearsal's DNS server accepts.</param>
/// <param name="stateDirectory">Where rehearsals keep their state.</param>
public sealed class ClusterEndpoints(IRehearsal? rehearsal, ISecretSource secrets, string stateDirectory)
{
    /// <exception cref="ProblemException">The provider is not available (HUB1801, HUB1804).</exception>
    public async Task<PlatformEndpoints> ProvisionAsync(DeploymentEnvironment environment, CancellationToken cancellation)
        => environment.Cluster.Provider switch
        {
            ClusterProvider.Rehearsal => await RehearseAsync(environment, cancellation),
            ClusterProvider.Existing => Existing(environment.Cluster),
            _ => throw new ProblemException(new Problem(ClusterProblems.ProviderUnavailable, "RKE2 can't be installed by this version of the pipeline.")
            {
                Location = environment.Source.LocationOf("cluster.provider"),
            }),
        };

    private async Task<PlatformEndpoints> RehearseAsync(DeploymentEnvironment environment, CancellationToken cancellation)
    {
        if (rehearsal is null)
            throw new ProblemException(new Problem(ClusterProblems.NoRehearsal, "This build carries no rehearsal.") { Location = environment.Source.LocationOf("cluster.provider") });
        var tsig = environment.Dns.Bind9.Tsig;
        var settings = environment.Cluster.Rehearsal;
        return await rehearsal.StartAsync(new RehearsalRequest
        {
            Name = environment.Name,
            StateDirectory = Path.Combine(stateDirectory, environment.Name),
            Nodes = settings.Nodes,
            Zone = environment.Dns.Bind9.Zone,
            TsigKey = (tsig.Name, tsig.Algorithm, await secrets.GetAsync(tsig.Secret, cancellation)),
            HubHost = environment.Hub.Host,
            ApiPort = settings.ApiPort,
            DnsPort = settings.DnsPort,
            HttpsPort = settings.HttpsPort,
        }, cancellation);
    }

    // As kubectl does: the file named, else KUBECONFIG, else the user's own.
    private static PlatformEndpoints Existing(ClusterSettings cluster)
    {
        var kubeconfig = cluster.Kubeconfig
                         ?? (Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } listed ? listed : null)
                         ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
        return new PlatformEndpoints { Kubeconfig = kubeconfig, Context = cluster.Context };
    }
}
