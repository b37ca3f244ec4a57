using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>
/// The certificate for each host: of the Secret that an Ingress names for it, as it is now; one that nobody trusts where there is none,
/// as ingress controllers answer then.
/// </summary>
internal sealed class IngressCertificates(Cluster cluster)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, (string Version, SslStreamCertificateContext Context)> _read = [];
    private SslStreamCertificateContext? _default;

    /// <param name="host">The name that the client asks for (RFC 6066, section 3); null when it names none.</param>
    public SslStreamCertificateContext Find(string? host)
    {
        if (!string.IsNullOrEmpty(host))
        {
            foreach (var ingress in cluster.List(Resources.Ingresses))
            {
                var entry = ingress.Items("spec", "tls").FirstOrDefault(each => each.Texts("hosts").Any(name => IngressRoute.Matches(name, host)));
                if (entry.Text("secretName") is { } name
                    && Read(new ObjectKey(Resources.Secrets, ingress.Text("metadata", "namespace")!, name)) is { } context)
                {
                    return context;
                }
            }
        }
        lock (_gate)
            return _default ??= SslStreamCertificateContext.Create(SelfSigned(), additionalCertificates: null, offline: true);
    }

    private SslStreamCertificateContext? Read(ObjectKey key)
    {
        if (cluster.Get(key) is not { } secret)
            return null;
        var version = secret.Text("metadata", "resourceVersion")!;
        lock (_gate)
        {
            if (_read.TryGetValue(key, out var known) && known.Version == version)
                return known.Context;
            if (Load(SecretData.Read(secret, "tls.crt"), SecretData.Read(secret, "tls.key")) is not { } context)
                return null;
            _read[key] = (version, context);
            return context;
        }
    }

    private static SslStreamCertificateContext? Load(string? chain, string? key)
    {
        if (chain is null || key is null)
            return null;
        try
        {
            using var leaf = X509Certificate2.CreateFromPem(chain, key);
            var all = new X509Certificate2Collection();
            all.ImportFromPem(chain);
            return SslStreamCertificateContext.Create(WithStoredKey(leaf), [.. all.Skip(1)], offline: true);
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=TRAEFIK DEFAULT CERT", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("rehearsal.traefik.default");
        request.CertificateExtensions.Add(names.Build());
        var now = cluster.Time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        return WithStoredKey(certificate);
    }

    // TLS on Windows needs a key that went through a key store.
    private static X509Certificate2 WithStoredKey(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
