using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class StorageSection
{
    private static readonly CephSettings Ceph = new() { Export = "" };
    private static readonly LonghornSettings Longhorn = new();

    private static readonly SectionShape<CephSettings> CephShape = new(keys =>
    {
        var export = keys.Required("export", Paths.Local, "Output of Rook's create-external-cluster-resources.py, in its JSON or its bash form.");
        var ns = keys.Default("namespace", Text.Label, Ceph.Namespace, "Namespace of Rook's operator and of the imported cluster.");
        var pool = keys.Optional("pool", Text.Pool, "The RBD pool that volumes are made in; the pool that the export names when absent.");
        var storageClass = keys.Default("storageClass", Text.ObjectName, Ceph.StorageClass, "Name of the StorageClass for homes and the hub's database.");
        var fsType = keys.Default("fsType", new Choice<string>(("ext4", "ext4"), ("xfs", "xfs")), Ceph.FsType, "File system of the volumes.");
        return values => new CephSettings
        {
            Export = values.Get(export),
            Namespace = values.Get(ns),
            Pool = values.Get(pool),
            StorageClass = values.Get(storageClass),
            FsType = values.Get(fsType),
        };
    });

    private static readonly SectionShape<SharedVolumeSettings> SharedShape = new(keys =>
    {
        var storageClass = keys.Default("storageClass", Text.ObjectName, Longhorn.Shared.StorageClass, "Name of the StorageClass, ReadWriteMany over NFS.");
        var claim = keys.Default("claim", Text.ObjectName, Longhorn.Shared.Claim, "Name of the PersistentVolumeClaim in the hub's namespace.");
        var size = keys.Default("size", Amounts.Size, Longhorn.Shared.Size, "Size of the volume.");
        var mountPath = keys.Default("mountPath", Text.AbsolutePath, Longhorn.Shared.MountPath, "Where users see it.");
        return values => new SharedVolumeSettings
        {
            StorageClass = values.Get(storageClass),
            Claim = values.Get(claim),
            Size = values.Get(size),
            MountPath = values.Get(mountPath),
        };
    });

    private static readonly SectionShape<LonghornSettings> LonghornShape = new(keys =>
    {
        var ns = keys.Default("namespace", Text.Label, Longhorn.Namespace, "Namespace of Longhorn.");
        var replicas = keys.Default("replicas", Numbers.Between(1, 20), Longhorn.Replicas, "How many copies each volume has, at most one per node.");
        var dataPath = keys.Default("dataPath", Text.AbsolutePath, Longhorn.DataPath, "Directory on every node that holds the copies.");
        var shared = keys.Default("shared", SharedShape, Longhorn.Shared, "The volume that is mounted in every user's server.");
        return values => new LonghornSettings
        {
            Namespace = values.Get(ns),
            Replicas = values.Get(replicas),
            DataPath = values.Get(dataPath),
            Shared = values.Get(shared),
        };
    });

    public static SectionShape<StorageSettings> Shape { get; } = new(keys =>
    {
        var ceph = keys.Required("ceph", CephShape, "The external Ceph cluster, imported with Rook.");
        var longhorn = keys.Default("longhorn", LonghornShape, Longhorn, "Longhorn, which serves the shared volume.");
        return values => new StorageSettings { Ceph = values.Get(ceph), Longhorn = values.Get(longhorn) };
    });
}
