using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Storage;

/// <summary>Binds claims to volumes that the provisioner of their StorageClass makes, as soon as it really runs and can.</summary>
internal sealed class ClaimController(Cluster cluster, IReadOnlyList<IVolumeProvisioner> provisioners) : Controller(cluster)
{
    private const string Manager = "kube-controller-manager";
    private const string DefaultClass = "storageclass.kubernetes.io/is-default-class";

    private readonly HashSet<ObjectKey> _pending = [];

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        switch (change.Resource)
        {
            case Resources.PersistentVolumeClaims:
                return change.IsDeletion
                    ? [new ObjectKey(Resources.PersistentVolumes, "", change.Object.Text("spec", "volumeName") ?? "")]
                    : [change.Key];
            case Resources.StorageClasses or Resources.Secrets or Resources.CephClusters or Resources.ClientProfiles or Resources.CephConnections
                or Resources.CsiOperatorDrivers or Resources.Deployments or Resources.EngineImages or Resources.CsiDrivers:
                lock (_pending)
                    return [.. _pending];
            case Resources.Pods when !change.IsDeletion:
                lock (_pending)
                    return [.. _pending.Where(key => key.Namespace == change.Namespace)];
            default:
                return [];
        }
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (key.Resource == Resources.PersistentVolumes)
        {
            Reclaim(key);
            return ValueTask.FromResult<TimeSpan?>(null);
        }
        var claim = Cluster.Get(key);
        var done = claim is null || claim.Text("metadata", "deletionTimestamp") is not null || Bind(key, claim);
        lock (_pending)
        {
            if (done)
                _pending.Remove(key);
            else
                _pending.Add(key);
        }
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private bool Bind(ObjectKey key, JsonObject claim)
    {
        if (claim.Text("status", "phase") == "Bound")
        {
            VolumeBinding.Expand(Cluster, key, claim);
            return true;
        }
        if (claim.At("spec", "storageClassName") is null && FindDefaultClass() is { } byDefault)
            claim = Cluster.Change(key, live => live.Ensure("spec")["storageClassName"] = byDefault, Manager);
        if (Obstacle(key, claim, out var source, out var storageClass) is { } obstacle)
        {
            Cluster.Record(key, obstacle.Type, obstacle.Reason, obstacle.Message, "persistentvolume-controller");
            Cluster.ChangeStatus(key, status => status["phase"] = "Pending", Manager);
            return false;
        }
        VolumeBinding.Bind(Cluster, key, claim, storageClass!, source!);
        return true;
    }

    private (string Type, string Reason, string Message)? Obstacle(ObjectKey key, JsonObject claim, out JsonObject? source, out JsonObject? storageClass)
    {
        source = storageClass = null;
        if (claim.Text("spec", "storageClassName") is not { Length: > 0 } name)
            return ("Normal", "FailedBinding", "no persistent volumes available for this claim and no storage class is set");
        storageClass = Cluster.Get(Resources.StorageClasses, null, name);
        if (storageClass is null)
            return ("Warning", "ProvisioningFailed", $"storageclass.storage.k8s.io \"{name}\" not found");
        if (storageClass.Text("volumeBindingMode") == "WaitForFirstConsumer" && !HasConsumer(key))
            return ("Normal", "WaitForFirstConsumer", "waiting for first consumer to be created before binding");
        var provisioner = storageClass.Text("provisioner") ?? "";
        if (provisioners.FirstOrDefault(each => each.Serves(provisioner)) is not { } maker || !maker.IsRunning(Cluster, provisioner))
        {
            return ("Normal", "ExternalProvisioning",
                $"Waiting for a volume to be created either by the external provisioner '{provisioner}' or manually by the system administrator. "
                + "If volume creation is delayed, please verify that the provisioner is running and correctly registered.");
        }
        return maker.TryProvision(Cluster, claim, storageClass, VolumeBinding.NameFor(claim), out source, out var failure)
            ? null
            : ("Warning", "ProvisioningFailed", $"failed to provision volume with StorageClass \"{name}\": {failure}");
    }

    private bool HasConsumer(ObjectKey key) => Cluster.List(Resources.Pods, key.Namespace)
        .Any(pod => pod.Items("spec", "volumes").Any(volume => volume.Text("persistentVolumeClaim", "claimName") == key.Name));

    private string? FindDefaultClass() => Cluster.List(Resources.StorageClasses)
        .Where(each => each.Text("metadata", "annotations", DefaultClass) == "true")
        .OrderByDescending(each => each.Text("metadata", "creationTimestamp"))
        .FirstOrDefault().Text("metadata", "name");

    private void Reclaim(ObjectKey key)
    {
        if (key.Name.Length == 0 || Cluster.Get(key) is not { } volume)
            return;
        var claim = Cluster.Get(
            Resources.PersistentVolumeClaims, volume.Text("spec", "claimRef", "namespace"), volume.Text("spec", "claimRef", "name") ?? "");
        if (claim.Text("metadata", "uid") is { } uid && uid == volume.Text("spec", "claimRef", "uid"))
            return;
        if (volume.Text("spec", "persistentVolumeReclaimPolicy") == "Delete")
            Cluster.Delete(key);
        else
            Cluster.ChangeStatus(key, status => status["phase"] = "Released", Manager);
    }
}
