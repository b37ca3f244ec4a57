using JupyterHub.Pipeline.Rehearsal.Ceph;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Rook;

/// <summary>An attempt to reach the Ceph cluster with what an import left in the namespace.</summary>
/// <param name="Missing">The Secret or the ConfigMap is not there yet; Rook waits for them.</param>
/// <param name="Error">Why the cluster cannot be reached; null when it can.</param>
internal readonly record struct ExternalConnection(bool Missing, string? Error)
{
    public const string SecretName = "rook-ceph-mon";
    public const string CredentialsName = "rook-ceph-operator-creds";
    public const string EndpointsName = "rook-ceph-mon-endpoints";

    public static ExternalConnection Try(Cluster cluster, string @namespace, out MonitorEndpoints? endpoints)
    {
        endpoints = null;
        var secret = cluster.Get(Resources.Secrets, @namespace, SecretName);
        var map = cluster.Get(Resources.ConfigMaps, @namespace, EndpointsName);
        if (secret is null || map is null)
            return new(Missing: true, null);

        // The layout since Rook 1.16 first; the older one has the user in a Secret of its own.
        var credentials = cluster.Get(Resources.Secrets, @namespace, CredentialsName);
        var user = SecretData.Read(secret, "ceph-username") ?? SecretData.Read(credentials, "userID") ?? "";
        var key = SecretData.Read(secret, "ceph-secret") ?? SecretData.Read(credentials, "userKey") ?? "";
        if (user.Length == 0)
            return new(Missing: true, null);
        if (!CephKey.IsWellFormed(key))
            return new(false, $"invalid user health checker key for user \"{user}\"");
        if (!MonitorEndpoints.TryParse(map.Text("data", "data"), out endpoints))
            return new(false, "failed to populate external cluster info: failed to parse mon endpoints");
        if (!endpoints.ReachPretendCeph)
            return new(false, $"failed to get ceph status: timed out: no monitor answers at {string.Join(',', endpoints.Addresses)}");
        if (!PretendCeph.Accepts(user, key))
            return new(false, $"failed to get ceph status: [errno 13] RADOS permission denied (error connecting to the cluster as {user})");
        return SecretData.Read(secret, "fsid") == PretendCeph.FileSystemId
            ? new(false, null)
            : new(false, $"failed to get ceph status: fsid {SecretData.Read(secret, "fsid")} is not the cluster's {PretendCeph.FileSystemId}");
    }
}
