using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>The Secret that a Certificate is issued into.</summary>
internal static class CertificateSecret
{
    public const string IssuerName = "cert-manager.io/issuer-name";

    public static JsonObject Of(
        ObjectKey key, JsonObject certificate, CertificateSpecification specification, string text, string privateKey, string authority)
    {
        var annotations = new JsonObject
        {
            ["cert-manager.io/certificate-name"] = key.Name,
            ["cert-manager.io/common-name"] = specification.CommonName,
            ["cert-manager.io/alt-names"] = string.Join(',', specification.DnsNames),
            ["cert-manager.io/ip-sans"] = string.Join(',', specification.IpAddresses),
            [IssuerName] = specification.IssuerName,
            ["cert-manager.io/issuer-kind"] = specification.IssuerKind,
            ["cert-manager.io/issuer-group"] = "cert-manager.io",
        };
        var labels = new JsonObject { ["controller.cert-manager.io/fao"] = "true" };
        Overlay.Apply(annotations, certificate.Child("spec", "secretTemplate", "annotations") ?? []);
        Overlay.Apply(labels, certificate.Child("spec", "secretTemplate", "labels") ?? []);
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = specification.SecretName,
                ["namespace"] = key.Namespace,
                ["annotations"] = annotations,
                ["labels"] = labels,
            },
            ["type"] = "kubernetes.io/tls",
            ["data"] = SecretData.Of(("tls.crt", text), ("tls.key", privateKey), ("ca.crt", authority)),
        };
    }
}
