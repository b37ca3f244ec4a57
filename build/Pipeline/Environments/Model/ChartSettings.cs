namespace JupyterHub.Pipeline.Environments;

/// <summary>Where each chart comes from.</summary>
public sealed record ChartSettings
{
    /// <summary>Full path of a directory that holds every chart, as <c>chart[-version][.tgz]</c>; absent means the repositories below.</summary>
    public string? Directory { get; init; }

    public ChartSource Jupyterhub { get; init; } = new()
        { Chart = "jupyterhub", Version = "4.4.0", Repository = "https://hub.jupyter.org/helm-chart/" };

    public ChartSource CertManager { get; init; } = new()
        { Chart = "cert-manager", Version = "v1.21.1", Repository = "oci://quay.io/jetstack/charts" };

    public ChartSource RookCeph { get; init; } = new()
        { Chart = "rook-ceph", Version = "v1.20.6", Repository = "https://charts.rook.io/release" };

    public ChartSource CephCsiDrivers { get; init; } = new()
        { Chart = "ceph-csi-drivers", Version = "1.0.4", Repository = "https://ceph.github.io/ceph-csi-operator" };

    public ChartSource RookCephCluster { get; init; } = new()
        { Chart = "rook-ceph-cluster", Version = "v1.20.6", Repository = "https://charts.rook.io/release" };

    public ChartSource Longhorn { get; init; } = new()
        { Chart = "longhorn", Version = "1.12.1", Repository = "https://charts.longhorn.io" };

    public ChartSource ExternalDns { get; init; } = new()
        { Chart = "external-dns", Version = "1.21.1", Repository = "https://kubernetes-sigs.github.io/external-dns/" };

    public ChartSource Traefik { get; init; } = new()
        { Chart = "traefik", Version = "41.3.0", Repository = "https://traefik.github.io/charts" };
}
