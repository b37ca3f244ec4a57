namespace JupyterHub.Pipeline.Storage;

/// <summary>The values of an export, named as its shell format names them.</summary>
internal static class CephExportKeys
{
    public const string Fsid = "ROOK_EXTERNAL_FSID";
    public const string Monitors = "ROOK_EXTERNAL_CEPH_MON_DATA";
    public const string HealthUser = "ROOK_EXTERNAL_USERNAME";
    public const string HealthKey = "ROOK_EXTERNAL_USER_SECRET";
    public const string NodeUser = "CSI_RBD_NODE_SECRET_NAME";
    public const string NodeKey = "CSI_RBD_NODE_SECRET";
    public const string ProvisionerUser = "CSI_RBD_PROVISIONER_SECRET_NAME";
    public const string ProvisionerKey = "CSI_RBD_PROVISIONER_SECRET";
    public const string Pool = "RBD_POOL_NAME";

    public static readonly IReadOnlyList<string> All =
        [Fsid, Monitors, HealthUser, HealthKey, NodeUser, NodeKey, ProvisionerUser, ProvisionerKey, Pool];
}
