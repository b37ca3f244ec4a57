using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

/// <summary>An environment file: the one description that reads it, words its errors and writes its JSON Schema.</summary>
internal static class EnvironmentSection
{
    private static readonly TimeoutSettings Timeouts = new();

    private static readonly SectionShape<TimeoutSettings> TimeoutShape = new(keys =>
    {
        var cluster = keys.Default("cluster", Amounts.Duration, Timeouts.Cluster, "For the cluster to answer and its nodes to be ready.");
        var release = keys.Default("release", Amounts.Duration, Timeouts.Release, "For one Helm release.");
        var ready = keys.Default("ready", Amounts.Duration, Timeouts.Ready, "For what has been applied to become ready.");
        return values => new TimeoutSettings { Cluster = values.Get(cluster), Release = values.Get(release), Ready = values.Get(ready) };
    });

    public static SectionShape<DeploymentEnvironment> Shape { get; } = new(keys =>
    {
        keys.Optional("extends", Text.Any, "File that this one completes, relative to it. Sections merge, lists replace, null removes.");
        var name = keys.Required("name", Text.Label, "The environment's name: that of its file. A file without a name is a base for others.");
        var platform = keys.Default("platform", new Choice<Platform>(("onprem", Platform.OnPrem), ("eks", Platform.Eks)), Platform.OnPrem,
            "The kind of place that it is deployed to.");
        var cluster = keys.Required("cluster", ClusterSection.Shape, "The Kubernetes cluster.");
        var storage = keys.Required("storage", StorageSection.Shape, "Where data lives.");
        var ingress = keys.Required("ingress", IngressSection.Shape, "The way in.");
        var dns = keys.Required("dns", DnsSection.Shape, "Names.");
        var certificates = keys.Required("certificates", CertificateSection.Shape, "Who signs the hub's certificate.");
        var hub = keys.Required("hub", HubSection.Shape, "The hub.");
        var charts = keys.Required("charts", ChartSection.Shape, "Where the charts come from.");
        var timeouts = keys.Required("timeouts", TimeoutShape, "How long the pipeline waits.");
        return values => new DeploymentEnvironment
        {
            Name = values.Get(name),
            Platform = values.Get(platform),
            Cluster = values.Get(cluster),
            Storage = values.Get(storage),
            Ingress = values.Get(ingress),
            Dns = values.Get(dns),
            Certificates = values.Get(certificates),
            Hub = values.Get(hub),
            Charts = values.Get(charts),
            Timeouts = values.Get(timeouts),
            SourceFile = values.Position.Document.FullPath,
        };
    });
}
