using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Network;

/// <summary>Lists the ready pods behind each Service.</summary>
internal sealed class EndpointSliceController(Cluster cluster) : Controller(cluster)
{
    private const string Manager = "endpointslice-controller.k8s.io";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.Services)
            return change.IsDeletion ? [] : [change.Key];
        if (change.Resource != Resources.Pods)
            return [];
        return Cluster.List(Resources.Services, change.Namespace)
            .Where(service => service.Child("spec", "selector") is { Count: > 0 } selector && LabelSelector.From(selector).Matches(change.Labels))
            .Select(service => Cluster.KeyOf(Resources.Services, service));
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } service && service.Child("spec", "selector") is { Count: > 0 } selector)
            Write(key, service, LabelSelector.From(selector));
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private void Write(ObjectKey key, JsonObject service, LabelSelector selector)
    {
        var pods = Cluster.List(Resources.Pods, key.Namespace, selector)
            .Where(pod => pod.Text("status", "podIP") is not null && Workloads.PodTemplate.IsActive(pod))
            .ToList();
        var name = $"{key.Name}-{Workloads.PodTemplate.Hash(service.At("metadata", "uid"))[..5]}";
        var slice = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = key.Namespace,
                ["labels"] = new JsonObject
                {
                    ["kubernetes.io/service-name"] = key.Name,
                    ["endpointslice.kubernetes.io/managed-by"] = Manager,
                },
                ["ownerReferences"] = new JsonArray(Cluster.OwnerReference(service)),
            },
            ["addressType"] = "IPv4",
            ["endpoints"] = new JsonArray([.. pods.Select(Endpoint)]),
            ["ports"] = new JsonArray([.. service.Items("spec", "ports").Select(port => Port(port, pods))]),
        };
        Cluster.Ensure(Resources.EndpointSlices, slice, Manager);
    }

    private static JsonNode Endpoint(JsonObject pod) => new JsonObject
    {
        ["addresses"] = new JsonArray(pod.Text("status", "podIP")),
        ["conditions"] = new JsonObject
        {
            ["ready"] = Workloads.PodTemplate.IsReady(pod),
            ["serving"] = Workloads.PodTemplate.IsReady(pod),
            ["terminating"] = false,
        },
        ["nodeName"] = pod.Text("spec", "nodeName"),
        ["targetRef"] = new JsonObject
        {
            ["kind"] = "Pod",
            ["name"] = pod.Text("metadata", "name"),
            ["namespace"] = pod.Text("metadata", "namespace"),
            ["uid"] = pod.Text("metadata", "uid"),
        },
    };

    private static JsonNode Port(JsonObject port, List<JsonObject> pods)
    {
        var target = port.Number("targetPort") ?? (port.Text("targetPort") is { } named
            ? pods.SelectMany(pod => pod.Items("spec", "containers")).SelectMany(container => container.Items("ports"))
                .FirstOrDefault(each => each.Text("name") == named).Number("containerPort")
            : port.Number("port"));
        return new JsonObject
        {
            ["name"] = port.Text("name") ?? "",
            ["port"] = target ?? port.Number("port"),
            ["protocol"] = port.Text("protocol") ?? "TCP",
        };
    }
}
