using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>
/// The scheduler and the kubelets: gives each pod a node once its claims are bound, starts its containers once its Secrets and
/// ConfigMaps are there, and reports what its program does.
/// </summary>
internal sealed class PodController(Cluster cluster) : Controller(cluster)
{
    private const string Manager = "kubelet";

    private readonly HashSet<ObjectKey> _unsettled = [];
    private int _turn;

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.Pods)
            return change.IsDeletion ? [] : [change.Key];
        switch (change.Resource)
        {
            case Resources.PersistentVolumeClaims or Resources.ConfigMaps:
                return Unsettled(change.Namespace);
            // The Secret of a volume is in another namespace than the pod, and so is the driver's DaemonSet.
            case Resources.Secrets or Resources.DaemonSets or Resources.Nodes or Resources.EndpointSlices or Resources.LonghornSettings or Resources.ValidatingWebhooks:
                return Unsettled(null);
            default:
                return [];
        }
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        var settled = Cluster.Get(key) is not { } pod || Run(key, pod);
        lock (_unsettled)
        {
            if (settled)
                _unsettled.Remove(key);
            else
                _unsettled.Add(key);
        }
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private List<ObjectKey> Unsettled(string? @namespace)
    {
        lock (_unsettled)
            return [.. _unsettled.Where(key => @namespace is null || key.Namespace == @namespace)];
    }

    /// <returns>Whether nothing but a change of the pod itself could change its state.</returns>
    private bool Run(ObjectKey key, JsonObject pod)
    {
        if (pod.Text("metadata", "deletionTimestamp") is not null || pod.Text("status", "phase") is "Succeeded" or "Failed")
            return true;
        if (pod.Text("spec", "nodeName") is null)
        {
            if (Place(pod) is not { } node)
                return false;
            pod = Cluster.Change(key, live => live.Ensure("spec")["nodeName"] = node, "kube-scheduler");
            Cluster.Record(key, "Normal", "Scheduled", $"Successfully assigned {key.Namespace}/{key.Name} to {node}", "default-scheduler");
        }

        if (StartObstacle.Find(Cluster, pod) is { } obstacle)
        {
            Cluster.Record(key, "Warning", obstacle.EventReason, obstacle.Message, "kubelet");
            Report(key, pod, status => PodStatus.Waiting(status, pod, obstacle.WaitingReason, obstacle.Message, Cluster.Now));
            return false;
        }
        var state = Programs.Look(Cluster, pod);
        if (state.Phase == ProgramPhase.Failed)
            Cluster.Record(key, "Warning", "Failed", state.Message!, "kubelet");
        Report(key, pod, status => PodStatus.Started(status, pod, state, Cluster.Now));
        return state.Phase is not ProgramPhase.Busy && !(state.Phase == ProgramPhase.Failed && pod.Text("spec", "restartPolicy") != "Never");
    }

    private string? Place(JsonObject pod)
    {
        var key = Cluster.KeyOf(Resources.Pods, pod);
        var nodes = Cluster.List(Resources.Nodes);
        var obstacle = ClaimObstacle(pod, nodes.Count);
        if (obstacle is null)
        {
            var fitting = nodes.Where(node => node.Flag("spec", "unschedulable") != true && Placement.Fits(pod.Child("spec")!, node)).ToList();
            if (fitting.Count > 0)
                return fitting[(int)((uint)Interlocked.Increment(ref _turn) % fitting.Count)].Text("metadata", "name");
            obstacle = $"0/{nodes.Count} nodes are available: {nodes.Count} node(s) didn't match Pod's node affinity/selector or had untolerated taints.";
        }
        Cluster.Record(key, "Warning", "FailedScheduling", obstacle, "default-scheduler");
        Cluster.ChangeStatus(key, status =>
        {
            status["phase"] = "Pending";
            Conditions.Set(status, "PodScheduled", false, "Unschedulable", obstacle, Cluster.Now);
        }, "kube-scheduler");
        return null;
    }

    private string? ClaimObstacle(JsonObject pod, int nodes)
    {
        foreach (var name in pod.Items("spec", "volumes").Select(volume => volume.Text("persistentVolumeClaim", "claimName")).OfType<string>())
        {
            var claim = Cluster.Get(Resources.PersistentVolumeClaims, pod.Text("metadata", "namespace"), name);
            if (claim is null)
                return $"0/{nodes} nodes are available: persistentvolumeclaim \"{name}\" not found.";
            if (claim.Text("status", "phase") != "Bound")
                return $"0/{nodes} nodes are available: pod has unbound immediate PersistentVolumeClaims.";
        }
        return null;
    }

    private void Report(ObjectKey key, JsonObject pod, Action<JsonObject> write) => Cluster.ChangeStatus(key, status =>
    {
        var node = pod.Text("spec", "nodeName")!;
        status["hostIP"] = SimulatedNodes.AddressOf(node);
        status["hostIPs"] = new JsonArray(new JsonObject { ["ip"] = SimulatedNodes.AddressOf(node) });
        status["startTime"] ??= Cluster.Now;
        Conditions.Set(status, "PodScheduled", true, null, null, Cluster.Now);
        write(status);
    }, Manager);
}
