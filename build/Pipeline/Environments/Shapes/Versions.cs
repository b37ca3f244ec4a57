using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Versions of Kubernetes.</summary>
internal static class Versions
{
    public static Shape<KubernetesVersion> Kubernetes { get; } =
        new ScalarShape<KubernetesVersion>("a Kubernetes version such as v1.35.2 or v1.35.7+rke2r1", Parse, value => JsonValue.Create(value.Text))
        {
            Constraints = () => new JsonObject { ["pattern"] = @"^v?[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$" },
        };

    private static string? Parse(SourceScalar scalar, out KubernetesVersion value) => KubernetesVersion.TryParse(scalar.Text, out value) ? null : "";
}
