using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class ChartSection
{
    private static readonly ChartSettings Charts = new();

    public static SectionShape<ChartSettings> Shape { get; } = new(keys =>
    {
        var directory = keys.Optional("directory", Paths.Local,
            "Directory that holds every chart as chart[-version][.tgz], instead of the repositories; --charts-directory overrides it.");
        var jupyterhub = Chart("jupyterhub", Charts.Jupyterhub);
        var certManager = Chart("certManager", Charts.CertManager);
        var rookCeph = Chart("rookCeph", Charts.RookCeph);
        var cephCsiDrivers = Chart("cephCsiDrivers", Charts.CephCsiDrivers);
        var rookCephCluster = Chart("rookCephCluster", Charts.RookCephCluster);
        var longhorn = Chart("longhorn", Charts.Longhorn);
        var externalDns = Chart("externalDns", Charts.ExternalDns);
        var traefik = Chart("traefik", Charts.Traefik);
        return values => new ChartSettings
        {
            Directory = values.Get(directory),
            Jupyterhub = values.Get(jupyterhub),
            CertManager = values.Get(certManager),
            RookCeph = values.Get(rookCeph),
            CephCsiDrivers = values.Get(cephCsiDrivers),
            RookCephCluster = values.Get(rookCephCluster),
            Longhorn = values.Get(longhorn),
            ExternalDns = values.Get(externalDns),
            Traefik = values.Get(traefik),
        };

        SectionKey<ChartSource> Chart(string name, ChartSource fallback) =>
            keys.Default(name, Source(fallback), fallback, $"The chart {fallback.Chart}.");
    });

    private static SectionShape<ChartSource> Source(ChartSource fallback) => new(keys =>
    {
        var version = keys.Default("version", Text.ChartVersion, fallback.Version, "Its version.");
        var repository = keys.Default("repository", Paths.ChartRepository, fallback.Repository, "Where it comes from: https://…, oci://…, or a directory.");
        return values => new ChartSource { Chart = fallback.Chart, Version = values.Get(version), Repository = values.Get(repository) };
    });
}
