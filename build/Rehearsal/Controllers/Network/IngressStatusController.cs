using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Network;

/// <summary>
/// Traefik's Kubernetes Ingress provider, as far as others see it: writes the address into the status of the Ingresses of its class,
/// when it is told one or its published Service has one. A ClusterIP Service has none, so the status stays empty.
/// </summary>
internal sealed class IngressStatusController(Cluster cluster) : Controller(cluster)
{
    private const string Image = "traefik";
    private const string Endpoint = "--providers.kubernetesingress.ingressendpoint.";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.Ingresses)
            return change.IsDeletion ? [] : [change.Key];
        return change.Resource is Resources.IngressClasses or Resources.Services
            || (change.Resource == Resources.Pods && RunningPods.Runs(change.Object, Image))
            ? Cluster.Keys(Resources.Ingresses)
            : [];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } ingress && Controller(ingress) is { } pod && Addresses(pod) is { Count: > 0 } addresses)
        {
            Cluster.ChangeStatus(key, status =>
            {
                if (!JsonNode.DeepEquals(status.At("loadBalancer", "ingress"), addresses))
                    status["loadBalancer"] = new JsonObject { ["ingress"] = addresses.DeepClone() };
            }, Image);
        }
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    /// <summary>The ready Traefik that serves the Ingress; null when there is none.</summary>
    public JsonObject? Controller(JsonObject ingress) => FindController(Cluster, ingress);

    public static JsonObject? FindController(Cluster cluster, JsonObject ingress)
    {
        var name = ingress.Text("spec", "ingressClassName") ?? ingress.Text("metadata", "annotations", "kubernetes.io/ingress.class");
        var classes = cluster.List(Resources.IngressClasses);
        var found = name is null
            ? classes.FirstOrDefault(each => each.Text("metadata", "annotations", "ingressclass.kubernetes.io/is-default-class") == "true")
            : classes.FirstOrDefault(each => each.Text("metadata", "name") == name);
        return found.Text("spec", "controller") == "traefik.io/ingress-controller" ? RunningPods.Of(cluster, Image).FirstOrDefault() : null;
    }

    private JsonArray Addresses(JsonObject pod)
    {
        if (RunningPods.Flag(pod, Endpoint + "ip") is { } ip)
            return [new JsonObject { ["ip"] = ip }];
        if (RunningPods.Flag(pod, Endpoint + "hostname") is { } hostname)
            return [new JsonObject { ["hostname"] = hostname }];
        if (RunningPods.Flag(pod, Endpoint + "publishedservice")?.Split('/') is not [var @namespace, var name]
            || Cluster.Get(Resources.Services, @namespace, name) is not { } service)
        {
            return [];
        }
        var addresses = new JsonArray();
        foreach (var address in service.Items("status", "loadBalancer", "ingress"))
        {
            var text = address.Text("ip");
            addresses.Add(text is not null ? new JsonObject { ["ip"] = text } : new JsonObject { ["hostname"] = address.Text("hostname") });
        }
        foreach (var address in service.Texts("spec", "externalIPs"))
            addresses.Add(new JsonObject { ["ip"] = address });
        return addresses;
    }
}
