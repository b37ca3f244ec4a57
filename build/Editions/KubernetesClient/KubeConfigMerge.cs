using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace k8s;

/// <summary>
/// Merges the files of a <c>KUBECONFIG</c> list: of every name and of every scalar, the first file's wins.
/// https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/#merging-kubeconfig-files
/// </summary>
internal static class KubeConfigMerge
{
    public static K8SConfiguration Merge(IReadOnlyList<K8SConfiguration> configs)
    {
        var merged = configs[0];

        foreach (var config in configs.Skip(1))
        {
            if (merged.Kind != config.Kind)
                throw new KubeConfigException(
                    $"kubeconfig \"kind\" are different between {merged.FileName} and {config.FileName}");

            MakePathsAbsolute(config);
            merged.CurrentContext ??= config.CurrentContext;
            merged.FileName ??= config.FileName;
            merged.Preferences = Merge(merged.Preferences, config.Preferences);
            merged.Extensions = Merge(merged.Extensions, config.Extensions, extension => extension.Name);
            merged.Clusters = Merge(merged.Clusters, config.Clusters, cluster => cluster.Name);
            merged.Users = Merge(merged.Users, config.Users, user => user.Name);
            merged.Contexts = Merge(merged.Contexts, config.Contexts, context => context.Name);
        }

        return merged;
    }

    /// <summary>The path, taken as relative to the directory of the file that has it.</summary>
    public static string FullPath(K8SConfiguration config, string path) =>
        string.IsNullOrWhiteSpace(path) || string.IsNullOrWhiteSpace(config.FileName) || Path.IsPathRooted(path)
            ? path
            : Path.Combine(Path.GetDirectoryName(config.FileName) ?? string.Empty, path);

    // The merged configuration has one file name, and these paths are relative to another.
    private static void MakePathsAbsolute(K8SConfiguration config)
    {
        foreach (var cluster in (config.Clusters ?? []).Select(c => c.ClusterEndpoint).OfType<ClusterEndpoint>())
            cluster.CertificateAuthority = FullPath(config, cluster.CertificateAuthority);

        foreach (var user in (config.Users ?? []).Select(u => u.UserCredentials).OfType<UserCredentials>())
        {
            user.ClientCertificate = FullPath(config, user.ClientCertificate);
            user.ClientKey = FullPath(config, user.ClientKey);
        }
    }

    private static IDictionary<string, object> Merge(IDictionary<string, object> first, IDictionary<string, object> second)
    {
        if (first is null || second is null)
            return first;

        foreach (var (key, value) in second)
            first.TryAdd(key, value);

        return first;
    }

    private static IEnumerable<T> Merge<T>(IEnumerable<T> first, IEnumerable<T> second, Func<T, string> name) =>
        second is null ? first : (first ?? []).Concat(second).DistinctBy(name).ToList();
}
