using System.Net;
using k8s.Authentication;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    /// <summary>Name of the context that this configuration is of; null for none.</summary>
    public string CurrentContext { get; private set; }

    private void TakeContext(K8SConfiguration config, string name)
    {
        var context = Find(config.Contexts, name, c => c.Name)
            ?? throw new KubeConfigException($"CurrentContext: {name} not found in contexts in kubeconfig");

        if (string.IsNullOrEmpty(context.ContextDetails?.Cluster))
            throw new KubeConfigException($"Cluster not set for context `{name}` in kubeconfig");

        CurrentContext = context.Name;
        TakeCluster(config, context);
        TakeUser(config, context);
        Namespace = context.ContextDetails.Namespace;
    }

    private void TakeCluster(K8SConfiguration config, Context context)
    {
        var cluster = Find(config.Clusters, context.ContextDetails.Cluster, c => c.Name)?.ClusterEndpoint
            ?? throw new KubeConfigException($"Cluster not found for context `{context.Name}` in kubeconfig");

        if (string.IsNullOrWhiteSpace(cluster.Server))
            throw new KubeConfigException($"Server not found for current-context `{context.Name}` in kubeconfig");

        if (!Uri.TryCreate(cluster.Server, UriKind.Absolute, out var server))
            throw new KubeConfigException($"Bad server host URL `{cluster.Server}` (cannot be parsed)");

        Host = Connectable(server, cluster.Server);
        SkipTlsVerify = cluster.SkipTlsVerify;
        TlsServerName = cluster.TlsServerName;

        if (server.Scheme != "https")
            return;

        if (!string.IsNullOrEmpty(cluster.CertificateAuthorityData))
            SslCaCerts = Pem.ParseCertificates(Pem.Decode(cluster.CertificateAuthorityData));
        else if (!string.IsNullOrEmpty(cluster.CertificateAuthority))
            SslCaCerts = Pem.ReadCertificates(KubeConfigMerge.FullPath(config, cluster.CertificateAuthority));
    }

    private void TakeUser(K8SConfiguration config, Context context)
    {
        if (string.IsNullOrWhiteSpace(context.ContextDetails.User))
            return;

        var user = Find(config.Users, context.ContextDetails.User, u => u.Name)
            ?? throw new KubeConfigException($"User not found for context {context.Name} in kubeconfig");

        var credentials = user.UserCredentials
            ?? throw new KubeConfigException($"User credentials not found for user: {user.Name} in kubeconfig");

        // All are asked, for a certificate may come with a token.
        if (!(TakeTokenOrPassword(credentials)
            | TakeCertificateData(credentials)
            | TakeCertificateFiles(config, credentials)
            | TakeAuthProvider(credentials.AuthProvider)
            | TakePlugin(credentials.ExternalExecution)))
            throw new KubeConfigException($"User: {user.Name} does not have appropriate auth credentials in kubeconfig");
    }

    private bool TakeTokenOrPassword(UserCredentials credentials)
    {
        if (!string.IsNullOrWhiteSpace(credentials.Token))
        {
            AccessToken = credentials.Token;
            return true;
        }

        if (string.IsNullOrWhiteSpace(credentials.UserName) || string.IsNullOrWhiteSpace(credentials.Password))
            return false;

        (Username, Password) = (credentials.UserName, credentials.Password);
        return true;
    }

    private bool TakeCertificateData(UserCredentials credentials)
    {
        if (string.IsNullOrWhiteSpace(credentials.ClientCertificateData) || string.IsNullOrWhiteSpace(credentials.ClientKeyData))
            return false;

        (ClientCertificateData, ClientCertificateKeyData) = (credentials.ClientCertificateData, credentials.ClientKeyData);
        return true;
    }

    private bool TakeCertificateFiles(K8SConfiguration config, UserCredentials credentials)
    {
        if (string.IsNullOrWhiteSpace(credentials.ClientCertificate) || string.IsNullOrWhiteSpace(credentials.ClientKey))
            return false;

        ClientCertificateFilePath = KubeConfigMerge.FullPath(config, credentials.ClientCertificate);
        ClientKeyFilePath = KubeConfigMerge.FullPath(config, credentials.ClientKey);
        return true;
    }

    private bool TakeAuthProvider(AuthProvider provider)
    {
        if (provider?.Config is not { } settings || !(settings.ContainsKey("access-token") || settings.ContainsKey("id-token")))
            return false;

        switch (provider.Name)
        {
            case "azure":
                throw new KubeConfigException(
                    "Please use the https://github.com/Azure/kubelogin credential plugin instead. See "
                    + "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins for further details");

            case "gcp":
                throw new KubeConfigException(
                    "Please use the \"gke-gcloud-auth-plugin\" credential plugin instead. See "
                    + "https://cloud.google.com/blog/products/containers-kubernetes/kubectl-auth-changes-in-gke for further details");

            case "oidc":
                return TakeOidc(settings);

            default:
                return false;
        }
    }

    private bool TakeOidc(Dictionary<string, string> settings)
    {
        if (!settings.TryGetValue("client-id", out var clientId)
            || !settings.TryGetValue("idp-issuer-url", out var issuer)
            || !settings.TryGetValue("id-token", out var idToken)
            || !settings.TryGetValue("refresh-token", out var refreshToken))
            return false;

        AccessToken = idToken;
        TokenProvider = new OidcTokenProvider(
            clientId, settings.GetValueOrDefault("client-secret"), issuer, idToken, refreshToken);
        return true;
    }

    private bool TakePlugin(ExternalExecution exec)
    {
        if (exec is null)
            return false;

        if (string.IsNullOrWhiteSpace(exec.Command))
            throw new KubeConfigException(
                "External command execution to receive user credentials must include a command to execute");

        if (string.IsNullOrWhiteSpace(exec.ApiVersion))
            throw new KubeConfigException("External command execution missing ApiVersion key");

        var response = ExecuteExternalCommand(exec);
        AccessToken = response.Status.Token;

        // A plugin prints PEM where a kubeconfig has base64 of PEM.
        ClientCertificateData = Pem.Encode(response.Status.ClientCertificateData);
        ClientCertificateKeyData = Pem.Encode(response.Status.ClientKeyData);

        if (AccessToken is not null)
            TokenProvider = new ExecTokenProvider(exec, response);

        return true;
    }

    // A server that listens on every address writes none that can be connected to.
    private static string Connectable(Uri server, string original) => IPAddress.TryParse(server.Host, out var address) switch
    {
        true when address.Equals(IPAddress.Any) => new UriBuilder(original) { Host = $"{IPAddress.Loopback}" }.ToString(),
        true when address.Equals(IPAddress.IPv6Any) => new UriBuilder(original) { Host = $"{IPAddress.IPv6Loopback}" }.ToString(),
        _ => original,
    };

    private static T Find<T>(IEnumerable<T> items, string name, Func<T, string> nameOf)
        where T : class =>
        items?.FirstOrDefault(item => string.Equals(nameOf(item), name, StringComparison.OrdinalIgnoreCase));
}
