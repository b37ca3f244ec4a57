using System.Security.Cryptography.X509Certificates;
using k8s.Authentication;
using k8s.Exceptions;

namespace k8s;

/// <summary>A client of one API server, as one user. It may be used by many threads at once.</summary>
public partial class Kubernetes : AbstractKubernetes, IKubernetes
{
    private readonly KubernetesClientConfiguration _config;
    private readonly X509Certificate2Collection _authorities;
    private readonly SocketsHttpHandler _innermost;
    private readonly HttpMessageHandler _outermost;
    private X509Certificate2 _clientCertificate;
    private bool _disposed;

    /// <summary>A client; requests pass the handlers in the given order.</summary>
    /// <exception cref="KubeConfigException">The configuration lacks a host, or has one that is no URL.</exception>
    public Kubernetes(KubernetesClientConfiguration config, params DelegatingHandler[] handlers)
    {
        _config = config ?? throw new KubeConfigException("KubeConfig must be provided");
        BaseUri = ParseHost(config.Host);
        HttpClientTimeout = config.HttpClientTimeout;
        Credentials = CreateCredentials(config);

        if (config.SslCaCerts is not null)
            _authorities = [.. config.SslCaCerts.Select(c => X509CertificateLoader.LoadCertificate(c.RawData))];

        _innermost = CreateInnermostHandler();
        config.FirstMessageHandlerSetup?.Invoke(_innermost);
        ConfigureTls();

        _outermost = Chain(handlers, _innermost);
        HttpClient = new HttpClient(_outermost, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        if (!string.IsNullOrWhiteSpace(config.UserAgent))
            HttpClient.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", config.UserAgent);
    }

    /// <inheritdoc/>
    public Uri BaseUri
    {
        get;
        set
        {
            var url = value?.AbsoluteUri ?? throw new ArgumentNullException(nameof(BaseUri));
            field = new Uri(url.EndsWith('/') ? url : url + "/");
        }
    }

    /// <summary>What makes requests authentic; null where only a client certificate does, or nothing.</summary>
    public ServiceClientCredentials Credentials { get; private set; }

    /// <summary>
    /// The client that sends requests: trust, client certificate and handlers are its own, credentials are not. It has no
    /// timeout.
    /// </summary>
    public HttpClient HttpClient { get; protected set; }

    /// <summary>The credentials that a configuration asks for; null for none.</summary>
    public static ServiceClientCredentials CreateCredentials(KubernetesClientConfiguration config)
    {
        ArgumentNullException.ThrowIfNull(config);

        if (config.TokenProvider is not null)
            return new TokenCredentials(config.TokenProvider);

        if (!string.IsNullOrEmpty(config.AccessToken))
            return new TokenCredentials(config.AccessToken);

        return string.IsNullOrEmpty(config.Username)
            ? null
            : new BasicAuthenticationCredentials { UserName = config.Username, Password = config.Password };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes connections and forgets certificates.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;

        _disposed = true;
        HttpClient?.Dispose();
        HttpClient = null;
        _outermost.Dispose();
        _innermost.Dispose();
        _clientCertificate?.Dispose();

        foreach (var authority in _authorities ?? [])
            authority.Dispose();
    }

    private static Uri ParseHost(string host)
    {
        if (string.IsNullOrWhiteSpace(host))
            throw new KubeConfigException("Host url must be set");

        try
        {
            return new Uri(host);
        }
        catch (UriFormatException e)
        {
            throw new KubeConfigException("Bad host url", e);
        }
    }

    private static SocketsHttpHandler CreateInnermostHandler() => new()
    {
        // A connection on which only watches wait would look idle to whatever stands between.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingDelay = TimeSpan.FromMinutes(3),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(30),
        EnableMultipleHttp2Connections = true,
    };

    private static HttpMessageHandler Chain(DelegatingHandler[] handlers, HttpMessageHandler innermost)
    {
        var next = innermost;

        foreach (var handler in (handlers ?? []).Reverse())
        {
            var last = handler;
            while (last.InnerHandler is DelegatingHandler inner)
                last = inner;

            last.InnerHandler = next;
            next = handler;
        }

        return next;
    }
}
