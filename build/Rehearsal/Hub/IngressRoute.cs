using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Controllers.Network;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>Where a request goes: the pods behind the Service that an Ingress names for its host and path.</summary>
/// <param name="Service">The backend.</param>
/// <param name="Pods">The backend's ready pods.</param>
internal sealed record IngressRoute(ObjectKey Service, IReadOnlyList<JsonObject> Pods)
{
    /// <summary>The route, or null when no Ingress of a running controller has the host and path.</summary>
    public static IngressRoute? Find(Cluster cluster, string host, string path)
    {
        (JsonObject Ingress, JsonObject Path)? best = null;
        foreach (var ingress in cluster.List(Resources.Ingresses))
        {
            foreach (var rule in ingress.Items("spec", "rules").Where(rule => Matches(rule.Text("host"), host)))
            {
                foreach (var candidate in rule.Items("http", "paths").Where(each => Leads(each, path)))
                {
                    if (best is null || (candidate.Text("path") ?? "").Length > (best.Value.Path.Text("path") ?? "").Length)
                        best = (ingress, candidate);
                }
            }
        }
        if (best is not { } found || IngressStatusController.FindController(cluster, found.Ingress) is null)
            return null;
        var @namespace = found.Ingress.Text("metadata", "namespace")!;
        var service = found.Path.Text("backend", "service", "name") ?? "";
        return new IngressRoute(new ObjectKey(Resources.Services, @namespace, service), ReadyPods(cluster, @namespace, service));
    }

    /// <summary>The ready pods behind a Service.</summary>
    public static IReadOnlyList<JsonObject> ReadyPods(Cluster cluster, string @namespace, string service) =>
        [.. cluster.List(Resources.EndpointSlices, @namespace)
            .Where(slice => slice.Text("metadata", "labels", "kubernetes.io/service-name") == service)
            .SelectMany(slice => slice.Items("endpoints"))
            .Where(endpoint => endpoint.Flag("conditions", "ready") == true)
            .Select(endpoint => cluster.Get(Resources.Pods, @namespace, endpoint.Text("targetRef", "name") ?? ""))
            .OfType<JsonObject>()];

    /// <summary>Whether the rule's host is the request's; <c>*.</c> stands for one label.</summary>
    public static bool Matches(string? rule, string host)
    {
        if (string.IsNullOrEmpty(rule))
            return true;
        if (!rule.StartsWith("*.", StringComparison.Ordinal))
            return string.Equals(rule, host, StringComparison.OrdinalIgnoreCase);
        var dot = host.IndexOf('.');
        return dot > 0 && string.Equals(rule[1..], host[dot..], StringComparison.OrdinalIgnoreCase);
    }

    private static bool Leads(JsonObject candidate, string path)
    {
        var prefix = candidate.Text("path") ?? "/";
        if (candidate.Text("pathType") == "Exact")
            return path == prefix;
        prefix = prefix.TrimEnd('/');
        return path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
    }
}
