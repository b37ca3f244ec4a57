using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Storage;

/// <summary>Makes the PersistentVolume of a claim and binds the two.</summary>
internal static class VolumeBinding
{
    private const string Manager = "kube-controller-manager";

    public static string NameFor(JsonObject claim) => "pvc-" + claim.Text("metadata", "uid");

    public static void Bind(Cluster cluster, ObjectKey key, JsonObject claim, JsonObject storageClass, JsonObject source)
    {
        var name = NameFor(claim);
        var provisioner = storageClass.Text("provisioner");
        var size = claim.Text("spec", "resources", "requests", "storage") ?? "1Gi";
        var modes = claim.At("spec", "accessModes")?.DeepClone() ?? new JsonArray("ReadWriteOnce");
        var volume = new ObjectKey(Resources.PersistentVolumes, "", name);
        cluster.Ensure(Resources.PersistentVolumes, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["annotations"] = new JsonObject { ["pv.kubernetes.io/provisioned-by"] = provisioner },
            },
            ["spec"] = new JsonObject
            {
                ["accessModes"] = modes.DeepClone(),
                ["capacity"] = new JsonObject { ["storage"] = size },
                ["claimRef"] = new JsonObject
                {
                    ["apiVersion"] = "v1",
                    ["kind"] = "PersistentVolumeClaim",
                    ["name"] = key.Name,
                    ["namespace"] = key.Namespace,
                    ["uid"] = claim.Text("metadata", "uid"),
                },
                ["csi"] = source,
                ["persistentVolumeReclaimPolicy"] = storageClass.Text("reclaimPolicy") ?? "Delete",
                ["storageClassName"] = storageClass.Text("metadata", "name"),
                ["volumeMode"] = claim.Text("spec", "volumeMode") ?? "Filesystem",
            },
        }, provisioner ?? Manager);
        cluster.ChangeStatus(volume, status => status["phase"] = "Bound", Manager);
        cluster.Change(key, live =>
        {
            live.Ensure("spec")["volumeName"] = name;
            var annotations = live.Ensure("metadata", "annotations");
            annotations["pv.kubernetes.io/bind-completed"] = "yes";
            annotations["pv.kubernetes.io/bound-by-controller"] = "yes";
            annotations["volume.kubernetes.io/storage-provisioner"] = provisioner;
        }, Manager);
        cluster.ChangeStatus(key, status =>
        {
            status["phase"] = "Bound";
            status["accessModes"] = modes.DeepClone();
            status["capacity"] = new JsonObject { ["storage"] = size };
        }, Manager);
        cluster.Record(key, "Normal", "ProvisioningSucceeded", $"Successfully provisioned volume {name}", provisioner ?? Manager);
    }

    /// <summary>Gives a bound claim the size that it now asks for, where its class allows that.</summary>
    public static void Expand(Cluster cluster, ObjectKey key, JsonObject claim)
    {
        var wanted = claim.Text("spec", "resources", "requests", "storage");
        if (wanted is null || wanted == claim.Text("status", "capacity", "storage"))
            return;
        var storageClass = cluster.Get(Resources.StorageClasses, null, claim.Text("spec", "storageClassName") ?? "");
        var volume = new ObjectKey(Resources.PersistentVolumes, "", claim.Text("spec", "volumeName") ?? "");
        if (storageClass.Flag("allowVolumeExpansion") != true || cluster.Get(volume) is null)
            return;
        cluster.Change(volume, live => live.Ensure("spec", "capacity")["storage"] = wanted, "csi-resizer");
        cluster.ChangeStatus(key, status => status.Ensure("capacity")["storage"] = wanted, "csi-resizer");
    }
}
