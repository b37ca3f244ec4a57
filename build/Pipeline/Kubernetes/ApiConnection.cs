using System.Net;
using System.Net.Security;
using k8s;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>
/// Requests for objects of any kind, with the client's own credentials, trust and errors. The typed client can't apply
/// an object whose kind it does not know; its <c>SendRequestRaw</c> is the door that it offers to derived classes.
/// </summary>
internal sealed class ApiConnection : k8s.Kubernetes
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private ApiConnection(KubernetesClientConfiguration configuration)
        : base(configuration)
    {
        // Watches outlive any timeout of a client; deadlines belong to whoever waits.
        HttpClient.Timeout = Timeout.InfiniteTimeSpan;
    }

    public static ApiConnection Open(KubernetesClientConfiguration configuration)
    {
        SocketsHttpHandler? handler = null;
        configuration.FirstMessageHandlerSetup = x =>
        {
            handler = x;
            // As kubectl and helm have it (Go's http.ProxyFromEnvironment): no proxy leads to this machine itself.
            x.UseProxy = !new Uri(configuration.Host).IsLoopback;
        };
        var connection = new ApiConnection(configuration);
        if (handler is not null)
            handler.ConnectTimeout = ConnectTimeout;
        // For a private authority the client checks the chain only; a certificate for another host must not pass either.
        if (!configuration.SkipTlsVerify && handler?.SslOptions.RemoteCertificateValidationCallback is { } trusts)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors)
                => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && trusts(sender, certificate, chain, errors);
        }
        return connection;
    }

    /// <exception cref="k8s.Autorest.HttpOperationException">The server answered with a failure.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, string accept, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(method, new Uri(BaseUri, path.TrimStart('/')))
        {
            Content = content,
            Version = HttpVersion.Version20,
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await SendRequestRaw("", request, cancellation);
    }
}
