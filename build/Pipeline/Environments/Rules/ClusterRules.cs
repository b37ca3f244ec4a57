using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

internal static class ClusterRules
{
    private static readonly (string Key, ClusterProvider[] Providers)[] KeysOfProviders =
    [
        ("kubeconfig", [ClusterProvider.Existing]),
        ("context", [ClusterProvider.Existing]),
        ("servers", [ClusterProvider.Rke2]),
        ("agents", [ClusterProvider.Rke2]),
        ("rehearsal", [ClusterProvider.Rehearsal]),
    ];

    public static IEnumerable<Rule> All =>
    [
        new(["cluster.provider"], KeysBelongToTheProvider),
        new(["cluster.provider", "cluster.version"], VersionIsGiven),
        new(["cluster.provider", "cluster.servers", "cluster.agents"], MachinesHaveOneRole),
        new(["cluster.provider", "cluster.servers"], ServersHaveAMajority),
        new(["cluster.rehearsal"], PortsDiffer),
        new(["cluster.version", "charts", "ingress.install"], ChartsSupportTheCluster),
    ];

    private static void KeysBelongToTheProvider(DeploymentEnvironment environment, Binding binding)
    {
        foreach (var (key, providers) in KeysOfProviders)
        {
            var path = $"cluster.{key}";
            if (binding.Locations.ContainsKey(path) && !providers.Contains(environment.Cluster.Provider))
            {
                var provider = string.Join(" or ", providers).ToLowerInvariant();
                binding.Report(EnvironmentProblems.OtherProvider, path,
                    $"means something only with cluster.provider: {provider}; the provider is {environment.Cluster.Provider.ToString().ToLowerInvariant()}");
            }
        }
    }

    private static void VersionIsGiven(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Cluster is not { Provider: ClusterProvider.Rke2, Version: var version })
            return;
        if (version is null)
            binding.Report(EnvironmentProblems.MissingValue, "cluster.version", "is missing: RKE2 is installed in a given version, such as v1.35.7+rke2r1");
        else if (!version.Value.Text.Contains("+rke2r", StringComparison.Ordinal) || !version.Value.Text.StartsWith('v'))
            binding.Report(EnvironmentProblems.InvalidValue, "cluster.version", $"is '{version}'; RKE2's versions look like v1.35.7+rke2r1");
    }

    private static void MachinesHaveOneRole(DeploymentEnvironment environment, Binding binding)
    {
        var cluster = environment.Cluster;
        if (cluster.Provider != ClusterProvider.Rke2)
            return;
        if (cluster.Servers.Count == 0)
            binding.Report(EnvironmentProblems.MissingValue, "cluster.servers", "is missing: RKE2 needs at least one server");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, machines) in new[] { ("servers", cluster.Servers), ("agents", cluster.Agents) })
        {
            for (var index = 0; index < machines.Count; index++)
            {
                if (!seen.Add(machines[index]))
                    binding.Report(EnvironmentProblems.Machines, $"cluster.{list}[{index}]", $"is {machines[index]}, which is listed already");
            }
        }
    }

    private static void ServersHaveAMajority(DeploymentEnvironment environment, Binding binding)
    {
        var count = environment.Cluster.Servers.Count;
        if (environment.Cluster.Provider == ClusterProvider.Rke2 && count > 0 && count % 2 == 0)
            binding.Warn(EnvironmentProblems.EvenServers, "cluster.servers", $"lists {count} servers, which survive no more failures than {count - 1}");
    }

    private static void PortsDiffer(DeploymentEnvironment environment, Binding binding)
    {
        var rehearsal = environment.Cluster.Rehearsal;
        (string Key, int Port)[] ports = [("apiPort", rehearsal.ApiPort), ("dnsPort", rehearsal.DnsPort), ("httpsPort", rehearsal.HttpsPort)];
        foreach (var same in ports.Where(port => port.Port != 0).GroupBy(port => port.Port).Where(same => same.Count() > 1))
            binding.Report(EnvironmentProblems.Ports, $"cluster.rehearsal.{same.Last().Key}", $"is {same.Key}, as is {same.First().Key}");
    }

    private static void ChartsSupportTheCluster(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Cluster.Version is not { } version)
            return;
        foreach (var (path, what) in KubernetesSupport.Unsupported(environment, version))
            binding.Report(EnvironmentProblems.UnsupportedKubernetes, path, what, alternative: "cluster.version");
    }
}
