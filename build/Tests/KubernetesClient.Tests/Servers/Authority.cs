using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KubernetesClient.Tests.Servers;

/// <summary>A certificate authority of the test's own.</summary>
internal sealed class Authority : IDisposable
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddDays(-1);

    private readonly X509Certificate2 _certificate;

    public Authority(string name = "CN=test authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _certificate = request.CreateSelfSigned(Start, Start.AddYears(1));
    }

    public string Pem => _certificate.ExportCertificatePem();

    public X509Certificate2 Certificate => _certificate;

    public X509Certificate2 Server(params string[] hosts)
    {
        var names = new SubjectAlternativeNameBuilder();

        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        return Issue("CN=server", request => request.CertificateExtensions.Add(names.Build()));
    }

    public X509Certificate2 Client(string user) => Issue($"CN={user}", _ => { });

    public void Dispose() => _certificate.Dispose();

    public static string KeyPem(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    private X509Certificate2 Issue(string name, Action<CertificateRequest> extend)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        extend(request);

        using var certificate = request.Create(
            _certificate, Start.AddHours(1), Start.AddMonths(6), RandomNumberGenerator.GetBytes(8));
        using var pair = certificate.CopyWithPrivateKey(key);

        // SslStream wants a key that it can persist on Windows.
        return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }
}
