using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>Gives each namespace what every namespace has: the service account <c>default</c> and the cluster's root certificate.</summary>
internal sealed class NamespaceController(Cluster cluster, string authority) : Controller(cluster)
{
    private const string RootCertificate = "kube-root-ca.crt";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change) => change.Resource switch
    {
        Resources.Namespaces when !change.IsDeletion => [change.Key],
        Resources.ServiceAccounts when change is { IsDeletion: true, Name: "default" } => [new(Resources.Namespaces, "", change.Namespace)],
        Resources.ConfigMaps when change is { IsDeletion: true, Name: RootCertificate } => [new(Resources.Namespaces, "", change.Namespace)],
        _ => [],
    };

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } document && document.Text("metadata", "deletionTimestamp") is null)
        {
            Cluster.Ensure(Resources.ServiceAccounts, Named("default", key.Name), "kube-controller-manager");
            var map = Named(RootCertificate, key.Name);
            map["data"] = new JsonObject { ["ca.crt"] = authority };
            Cluster.Ensure(Resources.ConfigMaps, map, "kube-controller-manager");
        }
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private static JsonObject Named(string name, string @namespace) =>
        new() { ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = @namespace } };
}
