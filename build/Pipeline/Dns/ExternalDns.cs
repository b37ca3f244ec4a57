using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Dns;

/// <summary>ExternalDNS, which writes the ingress's records into the zone.</summary>
public static class ExternalDns
{
    public static HelmRelease Release(DeploymentEnvironment environment)
        => new("external-dns", environment.Dns.ExternalDns.Namespace, environment.Charts.ExternalDns, "external-dns.yaml");

    public static IReadOnlyList<Readiness> IsReady(DeploymentEnvironment environment)
        => [Readiness.Deployment(environment.Dns.ExternalDns.Namespace, "external-dns")];
}
