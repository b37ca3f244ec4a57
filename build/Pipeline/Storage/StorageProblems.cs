using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Storage;

public static class StorageProblems
{
    public static readonly ProblemCode ExportUnreadable = new("HUB2101", "The Ceph export can't be read",
        "The file that storage.ceph.export names is missing or not readable.",
        "Run Rook's create-external-cluster-resources.py on the Ceph cluster with --format json and put its output there");

    public static readonly ProblemCode ExportMalformed = new("HUB2102", "The Ceph export is not complete",
        "The file is neither of the formats of Rook's export script, or lacks values that the import needs.",
        "Run Rook's create-external-cluster-resources.py again, with --format json and --rbd-data-pool-name");

    public static readonly ProblemCode ClassImmutable = new("HUB2103", "A StorageClass can't be changed",
        "The provisioner, parameters and reclaim policy of a StorageClass are immutable in Kubernetes.",
        "Use another name for the class, or delete the class by hand: existing volumes keep working");

    public static readonly ProblemCode SecondDefault = new("HUB2104", "Another StorageClass is the cluster's default",
        "Two default classes make claims that name none a matter of luck.",
        "Remove the annotation storageclass.kubernetes.io/is-default-class from the other class");
}
