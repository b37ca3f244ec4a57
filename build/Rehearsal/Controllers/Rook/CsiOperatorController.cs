using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Rook;

/// <summary>The Ceph CSI operator: deploys the plugins of each Driver.</summary>
internal sealed class CsiOperatorController(Cluster cluster) : Controller(cluster)
{
    private const string Operator = "ceph-csi-operator";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.CsiOperatorDrivers)
            return change.IsDeletion ? [] : [change.Key];
        if (change.Resource is Resources.Deployments or Resources.DaemonSets)
            return change.IsDeletion && change.OwnerOf("Driver", Resources.CsiOperatorDrivers) is { } owner ? [owner] : [];
        return change.Resource == Resources.Pods && RunningPods.Runs(change.Object, Operator) ? Cluster.Keys(Resources.CsiOperatorDrivers) : [];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } driver && RunningPods.Of(Cluster, Operator).Any())
            Deploy(key, driver);
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private void Deploy(ObjectKey key, JsonObject driver)
    {
        var kind = key.Name.Split('.') is [.., var name, "csi", "ceph", "com"] ? name : "rbd";
        var controller = Workload(key, driver, "ctrlplugin", driver.Text("spec", "controllerPlugin", "serviceAccountName") ?? $"{kind}-ctrlplugin-sa", "csi-provisioner", "csi-attacher", "csi-resizer");
        controller["spec"]!["replicas"] = driver.Number("spec", "controllerPlugin", "replicas") ?? 2;
        Cluster.Ensure(Resources.Deployments, controller, Operator);
        Cluster.Ensure(
            Resources.DaemonSets,
            Workload(key, driver, "nodeplugin", driver.Text("spec", "nodePlugin", "serviceAccountName") ?? $"{kind}-nodeplugin-sa", "csi-node-driver-registrar"),
            Operator);
        Cluster.Ensure(Resources.CsiDrivers, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = key.Name },
            ["spec"] = new JsonObject
            {
                ["attachRequired"] = driver.Flag("spec", "attachRequired") ?? true,
                ["podInfoOnMount"] = false,
                ["fsGroupPolicy"] = driver.Text("spec", "fsGroupPolicy") ?? "File",
            },
        }, Operator);
    }

    private static JsonObject Workload(ObjectKey key, JsonObject driver, string part, string account, params string[] sidecars)
    {
        var labels = new JsonObject { ["app"] = $"{key.Name}-{part}" };
        var containers = new JsonArray(new JsonObject { ["name"] = "csi-rbdplugin", ["image"] = "quay.io/cephcsi/cephcsi:v3.16.0" });
        foreach (var sidecar in sidecars)
            containers.Add(new JsonObject { ["name"] = sidecar, ["image"] = $"registry.k8s.io/sig-storage/{sidecar}:v6.1.0" });
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{key.Name}-{part}",
                ["namespace"] = key.Namespace,
                ["labels"] = labels.DeepClone(),
                ["ownerReferences"] = new JsonArray(Cluster.OwnerReference(driver)),
            },
            ["spec"] = new JsonObject
            {
                ["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = labels },
                    ["spec"] = new JsonObject { ["serviceAccountName"] = account, ["containers"] = containers },
                },
            },
        };
    }
}
