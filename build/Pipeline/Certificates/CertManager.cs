using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Certificates;

/// <summary>cert-manager, and the chain of issuers that ingresses get their certificates from.</summary>
public static class CertManager
{
    /// <summary>The Secret with the hub's certificate, made by cert-manager or brought along.</summary>
    public const string HubSecret = "jupyterhub-tls";

    public static HelmRelease Release(DeploymentEnvironment environment)
        => new("cert-manager", environment.Certificates.Namespace, environment.Charts.CertManager, "cert-manager.yaml");

    /// <summary>The controller, and the webhook that admits issuers, answer.</summary>
    public static IReadOnlyList<Readiness> IsReady(DeploymentEnvironment environment) =>
    [
        Readiness.Deployment(environment.Certificates.Namespace, "cert-manager"),
        Readiness.Deployment(environment.Certificates.Namespace, "cert-manager-cainjector"),
        Readiness.Deployment(environment.Certificates.Namespace, "cert-manager-webhook"),
    ];

    /// <summary>The authority is issued, and the issuer signs with it.</summary>
    public static IReadOnlyList<Readiness> AuthorityIsReady(DeploymentEnvironment environment) =>
    [
        Readiness.Condition(new ObjectReference("cert-manager.io/v1", "Certificate", environment.Certificates.Namespace, environment.Certificates.Issuer), "Ready"),
        Readiness.Condition(new ObjectReference("cert-manager.io/v1", "ClusterIssuer", null, environment.Certificates.Issuer), "Ready"),
    ];

    /// <summary>The hub's certificate is issued.</summary>
    public static IReadOnlyList<Readiness> HubCertificateIsReady(DeploymentEnvironment environment)
        => environment.Certificates.Provided is not null
            ? [Readiness.Exists(new ObjectReference("v1", "Secret", environment.Hub.Namespace, HubSecret))]
            : [Readiness.Condition(new ObjectReference("cert-manager.io/v1", "Certificate", environment.Hub.Namespace, HubSecret), "Ready")];
}
