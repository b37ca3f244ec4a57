using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Ceph;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Rook;

/// <summary>
/// Rook's operator with an external cluster: connects when what the import brought is what the pretend Ceph cluster expects,
/// and tells the CSI drivers how to reach it.
/// </summary>
internal sealed class CephClusterController(Cluster cluster) : Controller(cluster)
{
    private const string Operator = "rook-ceph-operator";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change) => change.Resource switch
    {
        Resources.CephClusters => change.IsDeletion ? [] : [change.Key],
        Resources.Secrets when change.Name is ExternalConnection.SecretName or ExternalConnection.CredentialsName => Cluster.Keys(Resources.CephClusters, change.Namespace),
        Resources.ConfigMaps when change.Name == ExternalConnection.EndpointsName => Cluster.Keys(Resources.CephClusters, change.Namespace),
        Resources.Pods when IsOperator(change.Object) => Cluster.Keys(Resources.CephClusters),
        Resources.CustomResourceDefinitions when change.Name is Resources.CephConnections or Resources.ClientProfiles => Cluster.Keys(Resources.CephClusters),
        _ => [],
    };

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } ceph && RunningPods.Of(Cluster, "rook/ceph").FirstOrDefault(IsOperator) is { } pod)
            Reconcile(key, ceph, pod.Text("metadata", "namespace")!);
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private static bool IsOperator(JsonObject pod) => RunningPods.Runs(pod, "rook/ceph") && RunningPods.HasWord(pod, "operator");

    private void Reconcile(ObjectKey key, JsonObject ceph, string operatorNamespace)
    {
        if (ceph.Flag("spec", "external", "enable") != true)
        {
            Report(key, "Progressing", false, "ClusterProgressing", "the rehearsal has an external Ceph cluster only: set spec.external.enable", null);
            return;
        }
        if (VersionProblem(ceph) is { } version)
        {
            Report(key, "Connecting", false, "ClusterConnecting", $"failed to configure external ceph cluster: {version}", null);
            return;
        }
        switch (ExternalConnection.Try(Cluster, key.Namespace, out var endpoints))
        {
            case { Missing: true }:
                Report(key, "Connecting", true, "ClusterConnecting", "Attempting to connect to an external Ceph cluster", null);
                return;
            case { Error: { } error }:
                Report(key, "Connecting", false, "ClusterConnecting", $"failed to configure external ceph cluster: {error}", Failure(error));
                return;
        }
        Connect(key, operatorNamespace, endpoints!);
        Report(key, "Connected", true, "ClusterConnected", "Cluster connected successfully", Healthy());
    }

    /// <summary>A local image means that Rook compares versions: a local Ceph must not be newer than the external one.</summary>
    private static string? VersionProblem(JsonObject ceph)
    {
        if (ceph.Text("spec", "cephVersion", "image") is not { Length: > 0 } image)
            return null;
        if (string.IsNullOrEmpty(ceph.Text("spec", "dataDirHostPath")))
            return "failed to validate external cluster specs: dataDirHostPath must be specified";
        var tag = image[(image.LastIndexOf(':') + 1)..].TrimStart('v').Split('-')[0];
        return Version.TryParse(tag, out var local) && local > Version.Parse(PretendCeph.Version)
            ? $"failed to detect and validate ceph version: failed to validate ceph version between external and local: local cluster ceph version is higher (\"{local}\") than the external cluster (\"{PretendCeph.Version}\"), this must never happen"
            : null;
    }

    private void Connect(ObjectKey key, string operatorNamespace, MonitorEndpoints endpoints)
    {
        Cluster.Ensure(Resources.CephConnections, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = key.Namespace, ["namespace"] = operatorNamespace },
            ["spec"] = new JsonObject { ["monitors"] = new JsonArray([.. endpoints.Addresses.Select(address => JsonValue.Create(address))]) },
        }, Operator);
        var publish = new JsonObject { ["controllerPublishSecret"] = new JsonObject { ["name"] = "rook-csi-rbd-provisioner", ["namespace"] = key.Namespace } };
        Cluster.Ensure(Resources.ClientProfiles, new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = key.Namespace, ["namespace"] = operatorNamespace },
            ["spec"] = new JsonObject
            {
                ["cephConnectionRef"] = new JsonObject { ["name"] = key.Namespace },
                ["rbd"] = new JsonObject { ["cephCsiSecrets"] = publish },
            },
        }, Operator);
    }

    private void Report(ObjectKey key, string phase, bool value, string reason, string message, JsonObject? ceph) => Cluster.ChangeStatus(key, status =>
    {
        var health = ceph?.DeepClone() as JsonObject;
        foreach (var transient in status.Items("conditions").Select(each => each.Text("type")!).Where(type => type != phase && type != "Connected").ToList())
            Conditions.Remove(status, transient);
        if (phase != "Connected")
            Conditions.Remove(status, "Connected");
        var before = status.Items("conditions").FirstOrDefault().Text("lastHeartbeatTime");
        Conditions.Set(status, phase, value, reason, message, Cluster.Now)["lastHeartbeatTime"] = before ?? Cluster.Now;
        status["phase"] = phase;
        status["state"] = value ? phase : "Error";
        status["message"] = message;
        if (health is null)
        {
            status.Remove("ceph");
            return;
        }
        health["previousHealth"] = status.Text("ceph", "previousHealth");
        if (status.Text("ceph", "health") is { } earlier && earlier != health.Text("health"))
            health["previousHealth"] = earlier;
        health["lastChanged"] = status.Text("ceph", "health") == health.Text("health") ? status.Text("ceph", "lastChanged") : Cluster.Now;
        health["lastChecked"] = health.Text("lastChanged");
        if (health["previousHealth"] is null)
            health.Remove("previousHealth");
        status["ceph"] = health;
    }, Operator);

    private static JsonObject Healthy() => new()
    {
        ["fsid"] = PretendCeph.FileSystemId,
        ["health"] = "HEALTH_OK",
        ["capacity"] = new JsonObject { ["bytesTotal"] = 10995116277760, ["bytesUsed"] = 1099511627776, ["bytesAvailable"] = 9895604649984 },
        ["versions"] = new JsonObject { ["overall"] = new JsonObject { [$"ceph version {PretendCeph.Version} squid (stable)"] = PretendCeph.Monitors.Count } },
    };

    private static JsonObject Failure(string error) => new()
    {
        ["health"] = "HEALTH_ERR",
        ["details"] = new JsonObject { ["error"] = new JsonObject { ["severity"] = "Urgent", ["message"] = error } },
    };
}
