using k8s.Authentication;
using k8s.Exceptions;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    private const string ServiceAccountDirectory = "/var/run/secrets/kubernetes.io/serviceaccount";

    private static string TokenPath => Path.Combine(ServiceAccountDirectory, "token");

    private static string AuthorityPath => Path.Combine(ServiceAccountDirectory, "ca.crt");

    private static string NamespacePath => Path.Combine(ServiceAccountDirectory, "namespace");

    /// <summary>Whether this process runs in a pod that has a service account.</summary>
    public static bool IsInCluster() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST"))
        && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT"))
        && File.Exists(TokenPath)
        && File.Exists(AuthorityPath);

    /// <summary>The configuration that the kubelet mounts into every pod.</summary>
    /// <exception cref="KubeConfigException">This is no such pod.</exception>
    public static KubernetesClientConfiguration InClusterConfig()
    {
        if (!IsInCluster())
            throw new KubeConfigException(
                "Unable to load in-cluster configuration. Missing environment variables KUBERNETES_SERVICE_HOST and "
                + "KUBERNETES_SERVICE_PORT or service account token. Hint: consider using option "
                + "\"automountServiceAccountToken: true\" in deployment declaration.");

        var host = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST");
        var port = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT");

        return new KubernetesClientConfiguration
        {
            Host = new UriBuilder("https", host, Convert.ToInt32(port)).ToString(),
            TokenProvider = new TokenFileAuth(TokenPath),
            SslCaCerts = Pem.ReadCertificates(AuthorityPath),
            Namespace = File.Exists(NamespacePath) ? File.ReadAllText(NamespacePath) : null,
        };
    }
}
