using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    /// <summary>
    /// The configuration that kubectl would use: the files of <c>KUBECONFIG</c>, merged, where it is set; else the default
    /// file where it exists; else the pod's own where this is a pod; else <c>http://localhost:8080</c>.
    /// </summary>
    public static KubernetesClientConfiguration BuildDefaultConfig()
    {
        var files = Environment.GetEnvironmentVariable("KUBECONFIG")?
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => LoadKubeConfig(new FileInfo(path.Trim('"'))))
            .ToArray();

        if (files is { Length: > 0 })
            return BuildConfigFromConfigObject(KubeConfigMerge.Merge(files));

        if (File.Exists(KubeConfigDefaultLocation))
            return BuildConfigFromConfigFile(KubeConfigDefaultLocation);

        return IsInCluster()
            ? InClusterConfig()
            : new KubernetesClientConfiguration { Host = "http://localhost:8080" };
    }

    /// <summary>Reads a kubeconfig and takes one context of it.</summary>
    /// <param name="kubeconfigPath">The file; null for the default one.</param>
    /// <param name="currentContext">The context; null for the file's current one.</param>
    /// <param name="masterUrl">URL of the API server instead of the context's.</param>
    /// <param name="useRelativePaths">Whether the file's paths are relative to its directory, not to the current one.</param>
    /// <exception cref="KubeConfigException">There is no such file or context, or the context is not complete.</exception>
    /// <exception cref="YamlDotNet.Core.YamlException">The file is not YAML, or not a kubeconfig.</exception>
    /// <exception cref="FormatException">Certificate data is not base64.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">An authority is not a certificate.</exception>
    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        string kubeconfigPath = null,
        string currentContext = null,
        string masterUrl = null,
        bool useRelativePaths = true) =>
        BuildConfigFromConfigFile(
            new FileInfo(kubeconfigPath ?? KubeConfigDefaultLocation),
            currentContext,
            masterUrl,
            useRelativePaths);

    /// <inheritdoc cref="BuildConfigFromConfigFile(string, string, string, bool)"/>
    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        FileInfo kubeconfig,
        string currentContext = null,
        string masterUrl = null,
        bool useRelativePaths = true) =>
        BuildConfigFromConfigFileAsync(kubeconfig, currentContext, masterUrl, useRelativePaths).GetAwaiter().GetResult();

    /// <inheritdoc cref="BuildConfigFromConfigFile(string, string, string, bool)"/>
    public static async Task<KubernetesClientConfiguration> BuildConfigFromConfigFileAsync(
        FileInfo kubeconfig,
        string currentContext = null,
        string masterUrl = null,
        bool useRelativePaths = true)
    {
        if (kubeconfig is null)
            throw new NullReferenceException(nameof(kubeconfig));

        var config = await LoadKubeConfigAsync(kubeconfig, useRelativePaths).ConfigureAwait(false);
        return BuildConfigFromConfigObject(config, currentContext, masterUrl);
    }

    /// <summary>Reads a kubeconfig from a stream that can seek, and takes one context of it.</summary>
    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        Stream kubeconfig,
        string currentContext = null,
        string masterUrl = null) =>
        BuildConfigFromConfigFileAsync(kubeconfig, currentContext, masterUrl).GetAwaiter().GetResult();

    /// <inheritdoc cref="BuildConfigFromConfigFile(Stream, string, string)"/>
    public static async Task<KubernetesClientConfiguration> BuildConfigFromConfigFileAsync(
        Stream kubeconfig,
        string currentContext = null,
        string masterUrl = null)
    {
        if (kubeconfig is null)
            throw new NullReferenceException(nameof(kubeconfig));

        if (!kubeconfig.CanSeek)
            throw new Exception("Stream don't support seeking!");

        kubeconfig.Position = 0;
        var config = await LoadKubeConfigAsync(kubeconfig).ConfigureAwait(false);
        return BuildConfigFromConfigObject(config, currentContext, masterUrl);
    }

    /// <summary>Takes one context of a kubeconfig that was read before.</summary>
    public static KubernetesClientConfiguration BuildConfigFromConfigObject(
        K8SConfiguration k8SConfig,
        string currentContext = null,
        string masterUrl = null)
    {
        ArgumentNullException.ThrowIfNull(k8SConfig);

        var configuration = new KubernetesClientConfiguration();
        currentContext ??= k8SConfig.CurrentContext;

        // kubectl writes an empty current-context to say that there is none.
        if (!string.IsNullOrEmpty(currentContext))
            configuration.TakeContext(k8SConfig, currentContext);

        if (!string.IsNullOrWhiteSpace(masterUrl))
            configuration.Host = masterUrl;

        if (string.IsNullOrWhiteSpace(configuration.Host))
            throw new KubeConfigException("Cannot infer server host url either from context or masterUrl");

        return configuration;
    }
}
