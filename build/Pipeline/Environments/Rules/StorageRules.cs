using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

internal static class StorageRules
{
    public static IEnumerable<Rule> All =>
    [
        new(["storage.longhorn.replicas", "cluster"], ReplicasFitTheNodes),
        new(["storage.ceph.storageClass", "storage.longhorn.shared.storageClass"], StorageClassesDiffer),
        new(["storage.ceph.export"], (environment, binding) => Files.MustBeReadable(environment.Storage.Ceph.Export, "storage.ceph.export", binding,
            "Run Rook's create-external-cluster-resources.py on the Ceph cluster and save what it prints")),
    ];

    /// <summary>Why so many nodes are too few, or <see langword="null"/>.</summary>
    public static string? TooManyReplicas(int replicas, int nodes) =>
        replicas > nodes ? $"is {replicas}, but the cluster has {(nodes == 1 ? "1 node" : $"{nodes} nodes")}" : null;

    private static void ReplicasFitTheNodes(DeploymentEnvironment environment, Binding binding)
    {
        // RKE2 without servers is reported as such.
        if (environment.Cluster.NodeCount is not ({ } nodes and > 0))
            return;
        if (TooManyReplicas(environment.Storage.Longhorn.Replicas, nodes) is { } what)
            binding.Report(EnvironmentProblems.TooManyReplicas, "storage.longhorn.replicas", what);
    }

    private static void StorageClassesDiffer(DeploymentEnvironment environment, Binding binding)
    {
        var (ceph, longhorn) = (environment.Storage.Ceph.StorageClass, environment.Storage.Longhorn.Shared.StorageClass);
        if (ceph == longhorn)
            binding.Report(EnvironmentProblems.InvalidValue, "storage.longhorn.shared.storageClass", $"is '{ceph}', as is storage.ceph.storageClass; they are different classes");
    }
}
