using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Server;

/// <summary>The cluster's certificate authority: made once, kept in the state directory, trusted by nobody but the kubeconfig.</summary>
internal sealed class CertificateAuthority
{
    private const int Years = 10;

    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _now;

    private CertificateAuthority(X509Certificate2 authority, DateTimeOffset now)
    {
        _authority = authority;
        _now = now;
    }

    public string CertificatePem => _authority.ExportCertificatePem();

    /// <summary>Loads the authority, or makes one where there is none or it has expired.</summary>
    public static CertificateAuthority Open(string directory, DateTimeOffset now)
    {
        PrivateFiles.CreateDirectory(directory);
        var path = Path.Combine(directory, "ca.pem");
        if (File.Exists(path))
        {
            var kept = X509Certificate2.CreateFromPemFile(path);
            if (kept.NotAfter > now.UtcDateTime.AddDays(1))
                return new CertificateAuthority(kept, now);
        }
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=rehearsal-kubernetes-ca", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        PrivateFiles.Write(path, authority.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return new CertificateAuthority(authority, now);
    }

    /// <summary>A certificate for this machine's loopback names; made anew at each start, it is never stored.</summary>
    public X509Certificate2 IssueServerCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kube-apiserver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        names.AddDnsName("kubernetes");
        names.AddDnsName("kubernetes.default.svc");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        using var certificate = request.Create(_authority, _now.AddDays(-1), _authority.NotAfter, RandomNumberGenerator.GetBytes(16));
        using var withKey = certificate.CopyWithPrivateKey(key);
        // TLS on Windows needs a key that went through a key store.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
