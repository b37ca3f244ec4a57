using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>The cluster's nodes: as many as asked for, each ready.</summary>
internal static class SimulatedNodes
{
    private const string Manager = "kubelet";

    /// <summary>Adds what is missing and removes what is too much, with the pods that ran there. Writes nothing when all is as asked for.</summary>
    public static void Provide(Cluster cluster, int count)
    {
        var wanted = Enumerable.Range(1, count).Select(Name).ToHashSet();
        foreach (var node in cluster.Keys(Resources.Nodes).Where(node => !wanted.Contains(node.Name)).ToList())
        {
            cluster.Delete(node);
            foreach (var pod in cluster.List(Resources.Pods).Where(pod => pod.Text("spec", "nodeName") == node.Name))
                cluster.Delete(Cluster.KeyOf(Resources.Pods, pod));
        }
        for (var number = 1; number <= count; number++)
        {
            if (cluster.Get(Resources.Nodes, null, Name(number)) is null)
                Add(cluster, number);
        }
    }

    /// <summary>The address of a node inside the simulated network.</summary>
    public static string AddressOf(string node) => $"10.0.0.{10 + NumberOf(node)}";

    /// <summary>The address of a pod inside the simulated network: of its node's range, the same for the same pod.</summary>
    public static string AddressOf(string node, string podUid)
    {
        var bytes = Guid.TryParse(podUid, out var uid) ? uid.ToByteArray() : [0, 1];
        return $"10.42.{NumberOf(node)}.{2 + (bytes[0] + bytes[^1] * 256) % 250}";
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"node-{number}");

    private static int NumberOf(string node) => int.TryParse(node[(node.LastIndexOf('-') + 1)..], out var number) ? number : 0;

    private static void Add(Cluster cluster, int number)
    {
        var name = Name(number);
        cluster.Create(Resources.Nodes, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["labels"] = new JsonObject
                {
                    ["kubernetes.io/hostname"] = name,
                    ["kubernetes.io/os"] = "linux",
                    ["kubernetes.io/arch"] = "amd64",
                    ["beta.kubernetes.io/os"] = "linux",
                    ["beta.kubernetes.io/arch"] = "amd64",
                },
            },
            ["spec"] = new JsonObject { ["podCIDR"] = $"10.42.{number}.0/24" },
        }, Manager);
        cluster.ChangeStatus(new ObjectKey(Resources.Nodes, "", name), status =>
        {
            foreach (var amount in new[] { "capacity", "allocatable" })
            {
                status[amount] = new JsonObject
                {
                    ["cpu"] = "8",
                    ["memory"] = "32Gi",
                    ["ephemeral-storage"] = "200Gi",
                    ["pods"] = "110",
                };
            }
            status["addresses"] = new JsonArray(
                new JsonObject { ["type"] = "InternalIP", ["address"] = AddressOf(name) },
                new JsonObject { ["type"] = "Hostname", ["address"] = name });
            status["nodeInfo"] = new JsonObject
            {
                ["architecture"] = "amd64",
                ["operatingSystem"] = "linux",
                ["osImage"] = "Rehearsal",
                ["kernelVersion"] = "6.12.0-rehearsal",
                ["kubeletVersion"] = "v1.35.2",
                ["containerRuntimeVersion"] = "rehearsal://1",
                ["machineID"] = name,
                ["systemUUID"] = name,
                ["bootID"] = name,
                ["kubeProxyVersion"] = "",
            };
            Conditions.Set(status, "MemoryPressure", false, "KubeletHasSufficientMemory", "kubelet has sufficient memory available", cluster.Now);
            Conditions.Set(status, "DiskPressure", false, "KubeletHasNoDiskPressure", "kubelet has no disk pressure", cluster.Now);
            Conditions.Set(status, "PIDPressure", false, "KubeletHasSufficientPID", "kubelet has sufficient PID available", cluster.Now);
            Conditions.Set(status, "Ready", true, "KubeletReady", "kubelet is posting ready status", cluster.Now);
        }, Manager);
    }
}
