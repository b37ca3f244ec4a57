using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace k8s;

public partial class Kubernetes
{
    /// <summary>
    /// Whether a server's certificate is valid: either for the system, or, where only its chain is unknown to the system,
    /// because the chain ends at one of the authorities.
    /// </summary>
    /// <remarks>
    /// As upstream: once the chain is unknown to the system, a name that does not match is not looked at. A caller who wants
    /// it to be wraps the callback of the handler that
    /// <see cref="KubernetesClientConfiguration.FirstMessageHandlerSetup"/> is given.
    /// </remarks>
    public static bool CertificateValidationCallBack(
        object sender,
        X509Certificate2Collection caCerts,
        X509Certificate certificate,
        X509Chain chain,
        SslPolicyErrors sslPolicyErrors)
    {
        ArgumentNullException.ThrowIfNull(caCerts);
        ArgumentNullException.ThrowIfNull(chain);

        if (sslPolicyErrors is SslPolicyErrors.None)
            return true;

        if (!sslPolicyErrors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return false;

        // A private authority seldom serves revocation lists.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(caCerts);

        return chain.Build((X509Certificate2)certificate);
    }

    private void ConfigureTls()
    {
        if (BaseUri.Scheme == "https")
        {
            if (_config.SkipTlsVerify)
                _innermost.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
            else if (_authorities is not null)
                _innermost.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                    CertificateValidationCallBack(sender, _authorities, certificate, chain, errors);
        }

        _clientCertificate = Pem.ReadClientCertificate(_config);

        if (_clientCertificate is null)
            return;

        _innermost.SslOptions.ClientCertificates = [_clientCertificate];

        // The server may name acceptable issuers that are not ours by name; kubectl sends the certificate all the same.
        _innermost.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => _clientCertificate;
    }
}
