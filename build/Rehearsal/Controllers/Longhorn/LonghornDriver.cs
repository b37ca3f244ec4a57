using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>The CSI driver's pods, which Longhorn's driver deployer makes.</summary>
internal static class LonghornDriver
{
    public const string Plugin = "longhorn-csi-plugin";

    private const string Manager = "longhorn-driver-deployer";

    public static IReadOnlyList<string> Deployments { get; } = ["csi-attacher", "csi-provisioner", "csi-resizer", "csi-snapshotter"];

    public static void Deploy(Cluster cluster, string @namespace, JsonObject deployer)
    {
        foreach (var name in Deployments)
        {
            var workload = Workload(@namespace, name, name, $"longhornio/{name}:v5.3.0");
            var variable = name.Replace('-', '_').ToUpperInvariant() + "_REPLICA_COUNT";
            workload["spec"]!["replicas"] = int.TryParse(RunningPods.Variable(cluster, deployer, variable), CultureInfo.InvariantCulture, out var replicas) ? replicas : 3;
            cluster.Ensure(Resources.Deployments, workload, Manager);
        }
        cluster.Ensure(Resources.DaemonSets, Workload(@namespace, Plugin, Plugin, "longhornio/longhorn-manager:v1.12.1", "longhornio/csi-node-driver-registrar:v2.14.0"), Manager);
        cluster.Ensure(Resources.CsiDrivers, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = LonghornComponents.Driver },
            ["spec"] = new JsonObject { ["attachRequired"] = true, ["podInfoOnMount"] = true, ["fsGroupPolicy"] = "ReadWriteOnceWithFSType" },
        }, Manager);
    }

    private static JsonObject Workload(string @namespace, string name, string container, params string[] images)
    {
        var labels = new JsonObject { ["app"] = name };
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = @namespace,
                ["labels"] = new JsonObject { ["app"] = name, ["longhorn.io/managed-by"] = "longhorn-manager" },
            },
            ["spec"] = new JsonObject
            {
                ["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = labels },
                    ["spec"] = new JsonObject
                    {
                        ["serviceAccountName"] = "longhorn-service-account",
                        ["containers"] = new JsonArray([.. images.Select((image, index) => new JsonObject
                        {
                            ["name"] = index == 0 ? container : image.Split('/', ':')[1],
                            ["image"] = image,
                        })]),
                    },
                },
            },
        };
    }
}
