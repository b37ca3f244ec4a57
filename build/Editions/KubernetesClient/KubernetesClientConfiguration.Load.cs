using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    /// <summary>The file that is read when none is named: <c>.kube/config</c> in the user's home.</summary>
    public static readonly string KubeConfigDefaultLocation = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetEnvironmentVariable("USERPROFILE") ?? @"\", @".kube\config")
        : Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".kube/config");

    /// <summary>Reads a kubeconfig, the default one if no path is given.</summary>
    /// <param name="kubeconfigPath">The file.</param>
    /// <param name="useRelativePaths">Whether its paths are relative to its directory, not to the current one.</param>
    /// <exception cref="KubeConfigException">There is no such file.</exception>
    /// <exception cref="YamlDotNet.Core.YamlException">It is not YAML, or not a kubeconfig.</exception>
    public static Task<K8SConfiguration> LoadKubeConfigAsync(string kubeconfigPath = null, bool useRelativePaths = true) =>
        LoadKubeConfigAsync(new FileInfo(kubeconfigPath ?? KubeConfigDefaultLocation), useRelativePaths);

    /// <inheritdoc cref="LoadKubeConfigAsync(string, bool)"/>
    public static K8SConfiguration LoadKubeConfig(string kubeconfigPath = null, bool useRelativePaths = true) =>
        LoadKubeConfigAsync(kubeconfigPath, useRelativePaths).GetAwaiter().GetResult();

    /// <inheritdoc cref="LoadKubeConfigAsync(string, bool)"/>
    public static async Task<K8SConfiguration> LoadKubeConfigAsync(FileInfo kubeconfig, bool useRelativePaths = true)
    {
        ArgumentNullException.ThrowIfNull(kubeconfig);

        if (!kubeconfig.Exists)
            throw new KubeConfigException($"kubeconfig file not found at {kubeconfig.FullName}");

        using var stream = kubeconfig.OpenRead();
        var config = await LoadKubeConfigAsync(stream).ConfigureAwait(false);

        if (useRelativePaths)
            config.FileName = kubeconfig.FullName;

        return config;
    }

    /// <inheritdoc cref="LoadKubeConfigAsync(string, bool)"/>
    public static K8SConfiguration LoadKubeConfig(FileInfo kubeconfig, bool useRelativePaths = true) =>
        LoadKubeConfigAsync(kubeconfig, useRelativePaths).GetAwaiter().GetResult();

    /// <summary>Reads a kubeconfig from a stream; an empty one is a kubeconfig without anything in it.</summary>
    public static async Task<K8SConfiguration> LoadKubeConfigAsync(Stream kubeconfigStream) =>
        await KubernetesYaml.LoadFromStreamAsync<K8SConfiguration>(kubeconfigStream).ConfigureAwait(false)
        ?? new K8SConfiguration();

    /// <inheritdoc cref="LoadKubeConfigAsync(Stream)"/>
    public static K8SConfiguration LoadKubeConfig(Stream kubeconfigStream) =>
        LoadKubeConfigAsync(kubeconfigStream).GetAwaiter().GetResult();
}
