using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Clusters;

public static class ClusterProblems
{
    public static readonly ProblemCode ProviderUnavailable = new("HUB1801", "The cluster's provider is not available",
        "The environment asks for a way to get a cluster that this version of the pipeline does not have.",
        "Make the cluster yourself and set cluster.provider to existing, with its kubeconfig");

    public static readonly ProblemCode WrongPlatform = new("HUB1802", "The environment is of another platform",
        "A deployment's target and its environment belong to different platforms.",
        "Use the target of the environment's platform, or another environment");

    public static readonly ProblemCode VersionOutOfRange = new("HUB1803", "The cluster's Kubernetes version is not supported",
        "A chart of this environment does not support the version that the cluster runs.",
        "Upgrade the cluster, or pin chart versions that support it under charts");

    public static readonly ProblemCode NoRehearsal = new("HUB1804", "This build has no rehearsal",
        "The environment's provider is rehearsal, but the build that runs does not carry one.",
        "Use an environment with another provider");
}
