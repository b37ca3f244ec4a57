using JupyterHub.Pipeline.Environments.Rules;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>What can only be checked against the live cluster.</summary>
public static class EnvironmentChecks
{
    /// <summary>The problems of deploying to a cluster of this version and size; none for most.</summary>
    public static IReadOnlyList<Problem> AgainstCluster(DeploymentEnvironment environment, KubernetesVersion version, int nodes)
    {
        var problems = new List<Problem>();
        foreach (var (path, what) in KubernetesSupport.Unsupported(environment, version))
            Add(EnvironmentProblems.UnsupportedKubernetes, path, what);
        if (StorageRules.TooManyReplicas(environment.Storage.Longhorn.Replicas, nodes) is { } replicas)
            Add(EnvironmentProblems.TooManyReplicas, "storage.longhorn.replicas", replicas);
        return problems;

        void Add(ProblemCode code, string path, string what) =>
            problems.Add(new Problem(code, $"{path} {what}") { Location = environment.Source.LocationOf(path) });
    }
}
