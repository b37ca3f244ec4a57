using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Ceph;
using JupyterHub.Pipeline.Rehearsal.Controllers.Storage;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Rook;

/// <summary>Ceph CSI's RBD driver: makes images in a pool of the pretend cluster, with the Secrets that the StorageClass names.</summary>
internal sealed class CephVolumes : IVolumeProvisioner
{
    private const string Suffix = ".rbd.csi.ceph.com";
    private const string Prefix = "csi.storage.k8s.io/";

    public bool Serves(string provisioner) => provisioner.EndsWith(Suffix, StringComparison.Ordinal);

    public bool IsRunning(Cluster cluster, string provisioner) => Driver(cluster, provisioner) is { } driver
        && cluster.Get(Resources.Deployments, driver.Text("metadata", "namespace"), provisioner + "-ctrlplugin").Number("status", "availableReplicas") > 0;

    public bool TryProvision(
        Cluster cluster, JsonObject claim, JsonObject storageClass, string volume, [NotNullWhen(true)] out JsonObject? source, [NotNullWhen(false)] out string? failure)
    {
        source = null;
        var provisioner = storageClass.Text("provisioner")!;
        var parameters = storageClass.Child("parameters") ?? [];
        failure = Modes(claim) ?? Connection(cluster, provisioner, parameters) ?? Secret(cluster, parameters, "provisioner") ?? Pool(parameters);
        if (failure is not null)
            return false;
        source = new JsonObject
        {
            ["driver"] = provisioner,
            ["fsType"] = parameters.Text(Prefix + "fstype") ?? "ext4",
            ["volumeHandle"] = $"0001-{parameters.Text("clusterID")}-{volume}",
            ["nodeStageSecretRef"] = new JsonObject
            {
                ["name"] = parameters.Text(Prefix + "node-stage-secret-name"),
                ["namespace"] = parameters.Text(Prefix + "node-stage-secret-namespace"),
            },
            ["volumeAttributes"] = new JsonObject
            {
                ["clusterID"] = parameters.Text("clusterID"),
                ["pool"] = parameters.Text("pool"),
                ["imageName"] = "csi-vol-" + volume["pvc-".Length..],
                ["imageFeatures"] = parameters.Text("imageFeatures"),
            },
        };
        return true;
    }

    private static JsonObject? Driver(Cluster cluster, string name) =>
        cluster.List(Resources.CsiOperatorDrivers).FirstOrDefault(driver => driver.Text("metadata", "name") == name);

    private static string? Modes(JsonObject claim) =>
        claim.Texts("spec", "accessModes").Contains("ReadWriteMany") && claim.Text("spec", "volumeMode") != "Block"
            ? "rpc error: code = InvalidArgument desc = multi node access modes are only supported on rbd `block` type volumes"
            : null;

    private static string? Connection(Cluster cluster, string provisioner, JsonObject parameters)
    {
        var id = parameters.Text("clusterID") ?? "";
        var @namespace = Driver(cluster, provisioner).Text("metadata", "namespace");
        var profile = cluster.Get(Resources.ClientProfiles, @namespace, id);
        var connection = profile.Text("spec", "cephConnectionRef", "name") is { } name ? cluster.Get(Resources.CephConnections, @namespace, name) : null;
        if (connection is null)
            return $"rpc error: code = InvalidArgument desc = failed to fetch monitor list using clusterID ({id}): missing configuration for cluster ID \"{id}\"";
        var monitors = string.Join(',', connection.Texts("spec", "monitors").Select((address, index) => $"m{index}={address}"));
        return MonitorEndpoints.TryParse(monitors, out var endpoints) && endpoints.ReachPretendCeph
            ? null
            : "rpc error: code = DeadlineExceeded desc = context deadline exceeded";
    }

    private static string? Secret(Cluster cluster, JsonObject parameters, string use)
    {
        var name = parameters.Text($"{Prefix}{use}-secret-name") ?? "";
        var @namespace = parameters.Text($"{Prefix}{use}-secret-namespace") ?? "";
        if (cluster.Get(Resources.Secrets, @namespace, name) is not { } secret)
            return $"error getting secret {name} in namespace {@namespace}: secrets \"{name}\" not found";
        return PretendCeph.Accepts(SecretData.Read(secret, "userID") ?? "", SecretData.Read(secret, "userKey") ?? "")
            ? null
            : "rpc error: code = Internal desc = failed to establish the connection: failed to get connection: connecting failed: rados: ret=-13, Permission denied";
    }

    private static string? Pool(JsonObject parameters) => parameters.Text("pool") is { } pool && PretendCeph.Pools.Contains(pool)
        ? null
        : $"rpc error: code = Internal desc = pool not found: pool ({parameters.Text("pool")}) not found in Ceph cluster";
}
