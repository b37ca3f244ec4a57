using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>The engine image, which has to be on every node before there can be volumes.</summary>
internal static class LonghornEngine
{
    private const string Manager = "longhorn-manager";

    /// <returns>Whether it is deployed on every node.</returns>
    public static bool Provide(Cluster cluster, string @namespace, string image, int nodes)
    {
        var name = "ei-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image)))[..8];
        var key = new ObjectKey(Resources.EngineImages, @namespace, name);
        var engine = cluster.Ensure(Resources.EngineImages, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = @namespace },
            ["spec"] = new JsonObject { ["image"] = image },
        }, Manager);
        var labels = new JsonObject { ["longhorn.io/component"] = "engine-image", ["longhorn.io/engine-image"] = name };
        var pods = cluster.Ensure(Resources.DaemonSets, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = "engine-image-" + name,
                ["namespace"] = @namespace,
                ["labels"] = labels.DeepClone(),
                ["ownerReferences"] = new JsonArray(Cluster.OwnerReference(engine)),
            },
            ["spec"] = new JsonObject
            {
                ["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = labels.DeepClone() },
                    ["spec"] = new JsonObject
                    {
                        ["serviceAccountName"] = "longhorn-service-account",
                        ["containers"] = new JsonArray(new JsonObject { ["name"] = "engine-image-" + name, ["image"] = image }),
                    },
                },
            },
        }, Manager);
        var ready = pods.Number("status", "numberReady") ?? 0;
        var deployed = ready >= nodes && ready == pods.Number("status", "desiredNumberScheduled");
        cluster.ChangeStatus(key, status =>
        {
            status["state"] = deployed ? "deployed" : "deploying";
            status["incompatible"] = false;
            status["refCount"] = 0;
        }, Manager);
        return deployed;
    }
}
