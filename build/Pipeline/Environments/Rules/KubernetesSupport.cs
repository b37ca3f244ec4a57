namespace JupyterHub.Pipeline.Environments.Rules;

/// <summary>Which Kubernetes versions the publishers of the charts support.</summary>
internal static class KubernetesSupport
{
    private static readonly Range[] Ranges =
    [
        // https://rook.io/docs/rook/v1.20/Getting-Started/Prerequisites/prerequisites/
        new("rook-ceph", "1.20.", 31, 36),
        new("rook-ceph-cluster", "1.20.", 31, 36),
        // https://cert-manager.io/docs/releases/
        new("cert-manager", "1.21.", 33, 36),
        // kubeVersion in the Chart.yaml of each:
        new("jupyterhub", "4.", 28, null),
        new("longhorn", "1.12.", 25, null),
        new("traefik", "41.", 25, null),
    ];

    /// <summary>The charts that do not support <paramref name="version"/>: where their version stands, and why.</summary>
    public static IEnumerable<(string Path, string What)> Unsupported(DeploymentEnvironment environment, KubernetesVersion version)
    {
        foreach (var (key, source) in Charts(environment))
        {
            var range = Array.Find(Ranges, range => range.Chart == source.Chart && source.Version.TrimStart('v').StartsWith(range.Versions, StringComparison.Ordinal));
            if (range is not null && (version.Major != 1 || version.Minor < range.Least || version.Minor > range.Most))
                yield return ($"charts.{key}.version", $"is {source.Version}, which supports {range}; the cluster's version is {version}");
        }
    }

    private static IEnumerable<(string Key, ChartSource Source)> Charts(DeploymentEnvironment environment)
    {
        var charts = environment.Charts;
        yield return ("jupyterhub", charts.Jupyterhub);
        yield return ("certManager", charts.CertManager);
        yield return ("rookCeph", charts.RookCeph);
        yield return ("rookCephCluster", charts.RookCephCluster);
        yield return ("longhorn", charts.Longhorn);
        if (environment.Ingress.Install)
            yield return ("traefik", charts.Traefik);
    }

    private sealed record Range(string Chart, string Versions, int Least, int? Most)
    {
        public override string ToString() => Most is null ? $"Kubernetes 1.{Least} and later" : $"Kubernetes 1.{Least} to 1.{Most}";
    }
}
