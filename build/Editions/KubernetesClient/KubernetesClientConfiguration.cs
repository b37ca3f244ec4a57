using System.Security.Cryptography.X509Certificates;
using k8s.Authentication;

namespace k8s;

/// <summary>How to reach an API server, and as whom.</summary>
public partial class KubernetesClientConfiguration
{
    private JsonSerializerOptions _jsonSerializerOptions;

    /// <summary>Namespace of the chosen context.</summary>
    public string Namespace { get; set; }

    /// <summary>URL of the API server.</summary>
    public string Host { get; set; }

    /// <summary>Authorities that may sign the server's certificate; null for those of the system.</summary>
    public X509Certificate2Collection SslCaCerts { get; set; }

    /// <summary>Client certificate as base64 of PEM.</summary>
    public string ClientCertificateData { get; set; }

    /// <summary>Client key as base64 of PEM.</summary>
    public string ClientCertificateKeyData { get; set; }

    /// <summary>Path of the client certificate's PEM file; it wins over the data.</summary>
    public string ClientCertificateFilePath { get; set; }

    /// <summary>How the client key is stored (Windows).</summary>
    public X509KeyStorageFlags? ClientCertificateKeyStoreFlags { get; set; }

    /// <summary>Path of the client key's PEM file; it wins over the data.</summary>
    public string ClientKeyFilePath { get; set; }

    /// <summary>Whether any server certificate is accepted.</summary>
    public bool SkipTlsVerify { get; set; }

    /// <summary>Name that the server's certificate is checked for, if not the URL's host.</summary>
    public string TlsServerName { get; set; }

    /// <summary>The User-Agent header.</summary>
    public string UserAgent { get; set; } = "kubernetes-csharp/20.0.84";

    /// <summary>User name for basic authentication.</summary>
    public string Username { get; set; }

    /// <summary>Password for basic authentication.</summary>
    public string Password { get; set; }

    /// <summary>Bearer token.</summary>
    public string AccessToken { get; set; }

    /// <summary>Where tokens come from; it wins over <see cref="AccessToken"/>.</summary>
    public ITokenProvider TokenProvider { get; set; }

    /// <summary>Limit of one request, 100 s by default; a watch has none.</summary>
    public TimeSpan HttpClientTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Called with the innermost handler before it is used.</summary>
    public Action<SocketsHttpHandler> FirstMessageHandlerSetup { get; set; }

    /// <summary>Whether requests stay with HTTP/1.1.</summary>
    public bool DisableHttp2 { get; set; }

    /// <summary>How objects are read and written, at first as by <see cref="KubernetesJson"/>.</summary>
    public JsonSerializerOptions JsonSerializerOptions =>
        _jsonSerializerOptions ??= new JsonSerializerOptions(KubernetesJson.DefaultOptions);

    /// <summary>Changes how this configuration's clients read and write objects.</summary>
    public void AddJsonOptions(Action<JsonSerializerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(JsonSerializerOptions);
    }
}
