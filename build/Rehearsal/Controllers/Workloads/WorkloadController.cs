using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>What the controllers of all kinds of workloads share: they follow their object, what it owns, and service accounts that come late.</summary>
internal abstract class WorkloadController(Cluster cluster, string resource, string kind, params string[] owned) : Controller(cluster)
{
    private readonly HashSet<ObjectKey> _refused = [];

    protected const string Manager = "kube-controller-manager";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == resource)
            return change.IsDeletion ? [] : [change.Key];
        if (owned.Contains(change.Resource))
            return change.OwnerOf(kind, resource) is { } owner ? [owner] : [];
        if (change.Resource != Resources.ServiceAccounts || change.IsDeletion)
            return [];
        lock (_refused)
            return [.. _refused.Where(key => key.Namespace == change.Namespace)];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } document && document.Text("metadata", "deletionTimestamp") is null)
            return ValueTask.FromResult(Reconcile(key, document));
        lock (_refused)
            _refused.Remove(key);
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    protected abstract TimeSpan? Reconcile(ObjectKey key, JsonObject document);

    /// <summary>Creates a pod of the workload; when it is refused, records why, and the workload is looked at again when a service account appears.</summary>
    /// <returns>Why it was refused; null when it was not.</returns>
    protected string? TryCreate(ObjectKey key, JsonObject pod)
    {
        try
        {
            var created = PodTemplate.Create(Cluster, pod, Manager);
            lock (_refused)
                _refused.Remove(key);
            Cluster.Record(key, "Normal", "SuccessfulCreate", $"Created pod: {created.Text("metadata", "name")}", Component);
            return null;
        }
        catch (ApiStatusException refused) when (refused.Code == 403)
        {
            lock (_refused)
                _refused.Add(key);
            Cluster.Record(key, "Warning", "FailedCreate", $"Error creating: {refused.Message}", Component);
            return refused.Message;
        }
    }

    protected void Remove(ObjectKey key, JsonObject pod)
    {
        var name = pod.Text("metadata", "name");
        Cluster.Delete(Cluster.KeyOf(Resources.Pods, pod));
        Cluster.Record(key, "Normal", "SuccessfulDelete", $"Deleted pod: {name}", Component);
    }

    private string Component => $"{kind.ToLowerInvariant()}-controller";
}
