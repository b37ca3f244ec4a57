using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class ClusterSection
{
    private static readonly RehearsalSettings NoRehearsal = new();

    private static readonly SectionShape<RehearsalSettings> Rehearsal = new(keys =>
    {
        var nodes = keys.Default("nodes", Numbers.Between(1, 50), NoRehearsal.Nodes, "How many simulated nodes the cluster has.");
        var api = keys.Default("apiPort", Numbers.PortOrAny, 0, "Port of the Kubernetes API; 0 lets the system choose.");
        var dns = keys.Default("dnsPort", Numbers.PortOrAny, 0, "Port of the DNS server; 0 lets the system choose.");
        var https = keys.Default("httpsPort", Numbers.PortOrAny, 0, "Port of the ingress; 0 lets the system choose.");
        return values => new RehearsalSettings
        {
            Nodes = values.Get(nodes),
            ApiPort = values.Get(api),
            DnsPort = values.Get(dns),
            HttpsPort = values.Get(https),
        };
    });

    public static SectionShape<ClusterSettings> Shape { get; } = new(keys =>
    {
        var provider = keys.Required("provider",
            new Choice<ClusterProvider>(("rehearsal", ClusterProvider.Rehearsal), ("existing", ClusterProvider.Existing), ("rke2", ClusterProvider.Rke2)),
            "Where the cluster comes from: loopback servers, a cluster that exists, or RKE2 installed on machines.");
        var kubeconfig = keys.Optional("kubeconfig", Paths.Local, "existing: the kubeconfig; KUBECONFIG or ~/.kube/config when absent.");
        var context = keys.Optional("context", Text.Any, "existing: the kubeconfig's context; its current one when absent.");
        var version = keys.OptionalValue("version", Versions.Kubernetes, "rke2: the version to install. Otherwise the version to check charts against.");
        var servers = keys.Default("servers", new ListShape<string>(Addresses.Server), [], "rke2: the machines that become servers, in joining order; 1, 3 or 5.");
        var agents = keys.Default("agents", new ListShape<string>(Addresses.Server), [], "rke2: the machines that become agents.");
        var rehearsal = keys.Default("rehearsal", Rehearsal, NoRehearsal, "rehearsal: its shape.");
        return values => new ClusterSettings
        {
            Provider = values.Get(provider),
            Kubeconfig = values.Get(kubeconfig),
            Context = values.Get(context),
            Version = values.Get(version),
            Servers = values.Get(servers),
            Agents = values.Get(agents),
            Rehearsal = values.Get(rehearsal),
        };
    });
}
