using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>cert-manager's webhook as the API server sees it: every write of its resources fails until it answers and is trusted.</summary>
internal static class Webhook
{
    public const string AuthoritySecret = "cert-manager-webhook-ca";

    private const string Name = "webhook.cert-manager.io";

    /// <summary>The API server's message for a write now; null when the webhook would be reached, or none is configured.</summary>
    public static string? Refusal(Cluster cluster)
    {
        var configuration = cluster.List(Resources.ValidatingWebhooks).FirstOrDefault(each => each.Items("webhooks").Any(hook => hook.Text("name") == Name));
        var hook = configuration.Items("webhooks").FirstOrDefault(each => each.Text("name") == Name);
        if (hook.Child("clientConfig", "service") is not { } service)
            return null;
        var name = service.Text("name")!;
        var @namespace = service.Text("namespace")!;
        var seconds = hook.Number("timeoutSeconds") ?? 10;
        var prefix = $"failed calling webhook \"{Name}\": failed to call webhook: Post \"https://{name}.{@namespace}.svc:443{service.Text("path")}?timeout={seconds}s\": ";
        if (cluster.Get(Resources.Services, @namespace, name) is null)
            return prefix + $"service \"{name}\" not found";
        if (!HasEndpoints(cluster, @namespace, name))
            return prefix + $"no endpoints available for service \"{name}\"";
        return string.IsNullOrEmpty(hook.Text("clientConfig", "caBundle"))
            ? prefix + "tls: failed to verify certificate: x509: certificate signed by unknown authority"
            : null;
    }

    private static bool HasEndpoints(Cluster cluster, string @namespace, string service) =>
        cluster.List(Resources.EndpointSlices, @namespace)
            .Where(slice => slice.Text("metadata", "labels", "kubernetes.io/service-name") == service)
            .SelectMany(slice => slice.Items("endpoints"))
            .Any(endpoint => endpoint.Flag("conditions", "ready") == true);
}
