using k8s;
using k8s.KubeConfigModels;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>
/// One kubeconfig, or several that <c>KUBECONFIG</c> lists: of every name the first file's entry holds, and files that do not exist are passed over
/// (<see href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/#merging-kubeconfig-files"/>).
/// </summary>
internal static class KubeconfigFiles
{
    /// <summary>The files of a list; the path itself when it is one file.</summary>
    public static IReadOnlyList<string> Of(string kubeconfig)
        => File.Exists(kubeconfig)
            ? [kubeconfig]
            : kubeconfig.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="k8s.Exceptions.KubeConfigException">None of the files exists.</exception>
    public static K8SConfiguration Load(string kubeconfig)
    {
        var files = Of(kubeconfig);
        var existing = files.Where(File.Exists).ToList();
        if (existing.Count <= 1)
            return KubernetesClientConfiguration.LoadKubeConfig(new FileInfo(existing.Count == 1 ? existing[0] : files.Count > 0 ? files[0] : kubeconfig));
        var all = existing.Select(Absolute).ToList();
        return new K8SConfiguration
        {
            CurrentContext = all.Select(x => x.CurrentContext).FirstOrDefault(x => !string.IsNullOrEmpty(x)),
            Clusters = [.. all.SelectMany(x => x.Clusters ?? []).DistinctBy(x => x.Name)],
            Contexts = [.. all.SelectMany(x => x.Contexts ?? []).DistinctBy(x => x.Name)],
            Users = [.. all.SelectMany(x => x.Users ?? []).DistinctBy(x => x.Name)],
        };
    }

    // Paths are relative to the file that says them, which the merged whole no longer knows.
    private static K8SConfiguration Absolute(string file)
    {
        var configuration = KubernetesClientConfiguration.LoadKubeConfig(new FileInfo(file));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        foreach (var cluster in (configuration.Clusters ?? []).Select(x => x.ClusterEndpoint).OfType<ClusterEndpoint>())
            cluster.CertificateAuthority = Rooted(cluster.CertificateAuthority);
        foreach (var user in (configuration.Users ?? []).Select(x => x.UserCredentials).OfType<UserCredentials>())
        {
            user.ClientCertificate = Rooted(user.ClientCertificate);
            user.ClientKey = Rooted(user.ClientKey);
        }
        return configuration;

        string? Rooted(string? path) => string.IsNullOrEmpty(path) ? path : Path.Combine(folder, path);
    }
}
