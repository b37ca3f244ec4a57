using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Admission;

/// <summary>
/// Admission webhooks as far as the rehearsal has them: a webhook whose pods run and are trusted agrees; any other fails the writes that it
/// is configured for, with the API server's own messages.
/// </summary>
internal sealed class WebhookAdmission(Cluster cluster) : IAdmission
{
    public void Admit(ResourceType type, string? @namespace, string operation)
    {
        if (Refusal(cluster, type.Group, type.Plural, @namespace, operation) is { } refusal)
            throw new ApiStatusException(500, "InternalError", $"Internal error occurred: {refusal}");
    }

    /// <summary>The API server's message for a write now; null when no webhook stands against it.</summary>
    public static string? Refusal(Cluster cluster, string group, string resource, string? @namespace, string operation) =>
        cluster.List(Resources.MutatingWebhooks).Concat(cluster.List(Resources.ValidatingWebhooks))
            .SelectMany(configuration => configuration.Items("webhooks"))
            .Where(webhook => webhook.Text("failurePolicy") != "Ignore"
                && webhook.Items("rules").Any(rule => Concerns(rule, group, resource, operation)) && IsSelected(cluster, webhook, @namespace))
            .Select(webhook => Failure(cluster, webhook))
            .FirstOrDefault(failure => failure is not null);

    private static bool Concerns(JsonObject rule, string group, string resource, string operation) =>
        Has(rule, "apiGroups", group) && Has(rule, "operations", operation)
        && rule.Texts("resources").Any(each => each is "*" or "*/*" || each == resource);

    private static bool Has(JsonObject rule, string field, string value) => rule.Texts(field).Any(each => each == "*" || each == value);

    private static bool IsSelected(Cluster cluster, JsonObject webhook, string? @namespace) =>
        @namespace is null || webhook.Child("namespaceSelector") is not { Count: > 0 } selector
        || LabelSelector.From(selector).Matches(cluster.Get(Resources.Namespaces, null, @namespace) ?? []);

    private static string? Failure(Cluster cluster, JsonObject webhook)
    {
        if (webhook.Child("clientConfig", "service") is not { } service)
            return null;
        var name = service.Text("name")!;
        var @namespace = service.Text("namespace")!;
        var call = $"failed calling webhook \"{webhook.Text("name")}\": failed to call webhook: Post "
            + $"\"https://{name}.{@namespace}.svc:{service.Number("port") ?? 443}{service.Text("path")}?timeout={webhook.Number("timeoutSeconds") ?? 10}s\": ";
        if (cluster.Get(Resources.Services, @namespace, name) is null)
            return call + $"service \"{name}\" not found";
        if (!HasEndpoints(cluster, @namespace, name))
            return call + $"no endpoints available for service \"{name}\"";
        return string.IsNullOrEmpty(webhook.Text("clientConfig", "caBundle"))
            ? call + "tls: failed to verify certificate: x509: certificate signed by unknown authority"
            : null;
    }

    private static bool HasEndpoints(Cluster cluster, string @namespace, string service) =>
        cluster.List(Resources.EndpointSlices, @namespace)
            .Where(slice => slice.Text("metadata", "labels", "kubernetes.io/service-name") == service)
            .SelectMany(slice => slice.Items("endpoints"))
            .Any(endpoint => endpoint.Flag("conditions", "ready") == true);
}
