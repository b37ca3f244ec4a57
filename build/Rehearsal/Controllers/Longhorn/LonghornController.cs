using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>
/// What Longhorn makes itself once its managers run, and helm knows nothing of: nodes, settings, the engine, its StorageClass, and the
/// pods of its CSI driver. All of it goes with a confirmed uninstallation.
/// </summary>
internal sealed class LonghornController(Cluster cluster) : Controller(cluster)
{
    private const string Manager = "longhorn-manager";
    private const string ClassMap = "longhorn-storageclass";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (LonghornComponents.Concerns(change))
            return [new ObjectKey(Resources.Namespaces, "", change.Namespace)];
        return change.Resource switch
        {
            Resources.ConfigMaps when change.Name is ClassMap or LonghornSettings.MapName => [new ObjectKey(Resources.Namespaces, "", change.Namespace)],
            Resources.EngineImages or Resources.LonghornNodes or Resources.LonghornSettings => [new ObjectKey(Resources.Namespaces, "", change.Namespace)],
            Resources.DaemonSets when change.Name.StartsWith("engine-image-", StringComparison.Ordinal) => [new ObjectKey(Resources.Namespaces, "", change.Namespace)],
            Resources.Deployments when change.Name is "csi-provisioner" or "csi-attacher" => [new ObjectKey(Resources.Namespaces, "", change.Namespace)],
            Resources.StorageClasses or Resources.CsiDrivers when change.IsDeletion =>
                [.. LonghornComponents.Managers(Cluster).Take(1).Select(pod => new ObjectKey(Resources.Namespaces, "", pod.Text("metadata", "namespace")!))],
            _ => [],
        };
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        var @namespace = key.Name;
        if (!Cluster.Serves(Resources.EngineImages))
            return ValueTask.FromResult<TimeSpan?>(null);
        if (Cluster.List(Resources.Pods, @namespace).Any(IsUninstalled))
        {
            Uninstall(@namespace);
            return ValueTask.FromResult<TimeSpan?>(null);
        }
        var managers = LonghornComponents.Managers(Cluster).Where(pod => pod.Text("metadata", "namespace") == @namespace).ToList();
        Nodes(@namespace, managers);
        if (managers.Count > 0)
        {
            LonghornSettings.Provide(Cluster, @namespace);
            ProvideClass(@namespace);
            var engine = RunningPods.Flag(managers[0], "--engine-image") ?? "longhornio/longhorn-engine:unknown";
            var deployed = LonghornEngine.Provide(Cluster, @namespace, engine, managers.Count);
            if (deployed && LonghornComponents.Deployer(Cluster) is { } deployer)
                LonghornDriver.Deploy(Cluster, @namespace, deployer);
        }
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private static bool IsUninstalled(JsonObject pod) =>
        RunningPods.Runs(pod, LonghornComponents.Image) && RunningPods.HasWord(pod, "uninstall") && pod.Text("status", "phase") == "Succeeded";

    private void Nodes(string @namespace, List<JsonObject> managers)
    {
        var running = managers.Select(pod => pod.Text("spec", "nodeName")!).ToHashSet();
        foreach (var node in running)
        {
            if (Cluster.Get(Resources.LonghornNodes, @namespace, node) is null)
            {
                Cluster.Create(Resources.LonghornNodes, new JsonObject
                {
                    ["metadata"] = new JsonObject { ["name"] = node, ["namespace"] = @namespace },
                    ["spec"] = new JsonObject
                    {
                        ["name"] = node,
                        ["allowScheduling"] = true,
                        ["disks"] = new JsonObject
                        {
                            ["default-disk"] = new JsonObject { ["path"] = "/var/lib/longhorn/", ["allowScheduling"] = true, ["diskType"] = "filesystem" },
                        },
                        ["tags"] = new JsonArray(),
                    },
                }, Manager);
            }
        }
        foreach (var node in Cluster.Keys(Resources.LonghornNodes, @namespace))
        {
            var up = running.Contains(node.Name);
            Cluster.ChangeStatus(node, status =>
            {
                Conditions.Set(status, "Ready", up, up ? "" : "ManagerPodDown", up ? $"Node {node.Name} is ready" : $"Node {node.Name} is down: the manager pod is not running", Cluster.Now);
                Conditions.Set(status, "Schedulable", up, up ? "" : "KubernetesNodeNotReady", "", Cluster.Now);
            }, Manager);
        }
    }

    /// <summary>The class comes from the chart's ConfigMap. Its parameters cannot be changed, so a changed one is made anew, as Longhorn does it.</summary>
    private void ProvideClass(string @namespace)
    {
        var text = Cluster.Get(Resources.ConfigMaps, @namespace, ClassMap).Text("data", "storageclass.yaml");
        if (YamlText.Parse(text) is not JsonObject desired || desired.Text("metadata", "name") is null)
            return;
        var key = Cluster.KeyOf(Resources.StorageClasses, desired);
        desired.Ensure("metadata", "annotations")["longhorn.io/last-applied-configmap"] = text;
        if (Cluster.Get(key) is { } live)
        {
            if (live.Text("metadata", "annotations", "longhorn.io/last-applied-configmap") == text)
                return;
            Cluster.Delete(key);
        }
        Cluster.Create(Resources.StorageClasses, desired, Manager);
    }

    private void Uninstall(string @namespace)
    {
        foreach (var resource in new[] { Resources.LonghornVolumes, Resources.ShareManagers, Resources.LonghornNodes, Resources.EngineImages, Resources.LonghornSettings })
        {
            foreach (var key in Cluster.Keys(resource, @namespace))
                Cluster.Delete(key);
        }
        foreach (var name in LonghornDriver.Deployments)
            Cluster.Delete(new ObjectKey(Resources.Deployments, @namespace, name));
        Cluster.Delete(new ObjectKey(Resources.DaemonSets, @namespace, LonghornDriver.Plugin));
        Cluster.Delete(new ObjectKey(Resources.CsiDrivers, "", LonghornComponents.Driver));
        foreach (var storageClass in Cluster.List(Resources.StorageClasses).Where(each => each.Text("metadata", "annotations", "longhorn.io/last-applied-configmap") is not null))
            Cluster.Delete(Cluster.KeyOf(Resources.StorageClasses, storageClass));
    }
}
