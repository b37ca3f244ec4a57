using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers.Storage;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>Longhorn's CSI driver: makes a volume of replicas once the engine is on the nodes.</summary>
internal sealed class LonghornVolumes : IVolumeProvisioner
{
    public bool Serves(string provisioner) => provisioner == LonghornComponents.Driver;

    public bool IsRunning(Cluster cluster, string provisioner) =>
        cluster.Get(Resources.CsiDrivers, null, LonghornComponents.Driver) is not null
        && LonghornComponents.Managers(cluster).FirstOrDefault().Text("metadata", "namespace") is { } @namespace
        && cluster.Get(Resources.Deployments, @namespace, "csi-provisioner").Number("status", "availableReplicas") > 0;

    public bool TryProvision(
        Cluster cluster, JsonObject claim, JsonObject storageClass, string volume, [NotNullWhen(true)] out JsonObject? source, [NotNullWhen(false)] out string? failure)
    {
        source = null;
        var @namespace = LonghornComponents.Managers(cluster)[0].Text("metadata", "namespace")!;
        var shared = claim.Texts("spec", "accessModes").Contains("ReadWriteMany");
        failure = Refusal(cluster, @namespace, storageClass, shared);
        if (failure is not null)
            return false;
        cluster.Ensure(Resources.LonghornVolumes, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = volume, ["namespace"] = @namespace },
            ["spec"] = new JsonObject
            {
                ["size"] = Bytes(claim.Text("spec", "resources", "requests", "storage") ?? "1Gi").ToString(CultureInfo.InvariantCulture),
                ["accessMode"] = shared ? "rwx" : "rwo",
                ["numberOfReplicas"] = Replicas(storageClass),
                ["frontend"] = "blockdev",
                ["dataEngine"] = "v1",
                ["migratable"] = false,
            },
        }, "longhorn-manager");
        cluster.ChangeStatus(
            new ObjectKey(Resources.LonghornVolumes, @namespace, volume),
            status =>
            {
                status["state"] ??= "detached";
                status["robustness"] ??= "unknown";
            },
            "longhorn-manager");
        source = new JsonObject
        {
            ["driver"] = LonghornComponents.Driver,
            ["fsType"] = storageClass.Text("parameters", "fsType") ?? "ext4",
            ["volumeHandle"] = volume,
            ["volumeAttributes"] = storageClass.Child("parameters")?.DeepClone() ?? new JsonObject(),
        };
        return true;
    }

    private static string? Refusal(Cluster cluster, string @namespace, JsonObject storageClass, bool shared)
    {
        if (!cluster.List(Resources.EngineImages, @namespace).Any(engine => engine.Text("status", "state") == "deployed"))
            return "rpc error: code = Internal desc = the engine image is not deployed on any node";
        if (shared && storageClass.Text("parameters", "migratable") == "true")
            return "rpc error: code = InvalidArgument desc = a migratable volume cannot be mounted as a file system by several nodes";
        return Replicas(storageClass) is < 1 or > 20 ? "rpc error: code = InvalidArgument desc = invalid parameter numberOfReplicas" : null;
    }

    private static int Replicas(JsonObject storageClass) =>
        int.TryParse(storageClass.Text("parameters", "numberOfReplicas"), CultureInfo.InvariantCulture, out var replicas) ? replicas : 3;

    private static long Bytes(string quantity)
    {
        var digits = new string([.. quantity.TakeWhile(symbol => char.IsAsciiDigit(symbol) || symbol == '.')]);
        var factor = quantity[digits.Length..] switch
        {
            "Ki" => 1L << 10,
            "Mi" => 1L << 20,
            "Gi" => 1L << 30,
            "Ti" => 1L << 40,
            "k" => 1_000,
            "M" => 1_000_000,
            "G" => 1_000_000_000,
            "T" => 1_000_000_000_000,
            _ => 1,
        };
        return double.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? (long)(number * factor) : 0;
    }
}
