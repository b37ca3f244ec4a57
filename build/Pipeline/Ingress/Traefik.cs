using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Ingress;

/// <summary>The ingress controller, where the cluster does not bring its own.</summary>
public static class Traefik
{
    public static HelmRelease Release(DeploymentEnvironment environment)
        => new("traefik", environment.Ingress.Namespace, environment.Charts.Traefik, "traefik.yaml");

    /// <summary>The controller's pods run: on every node where they answer on the nodes' own ports.</summary>
    public static IReadOnlyList<Readiness> IsReady(DeploymentEnvironment environment)
        => environment.Ingress.Publish == AddressPublication.Annotation
            ? [Readiness.DaemonSet(environment.Ingress.Namespace, "traefik")]
            : [Readiness.Deployment(environment.Ingress.Namespace, "traefik")];
}
