using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace k8s;

/// <summary>Reads certificates as kubeconfigs hold them.</summary>
internal static class Pem
{
    public static X509Certificate2Collection ReadCertificates(string path) => ParseCertificates(File.ReadAllText(path));

    public static X509Certificate2Collection ParseCertificates(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates;
    }

    public static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    public static string Encode(string pem) => pem is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));

    /// <summary>The client certificate with its key, or null where the configuration has not both; files win over data.</summary>
    public static X509Certificate2 ReadClientCertificate(KubernetesClientConfiguration config)
    {
        var certificate = Read(config.ClientCertificateFilePath, config.ClientCertificateData);
        var key = certificate is null ? null : Read(config.ClientKeyFilePath, config.ClientCertificateKeyData);

        if (key is null)
            return null;

        var pair = X509Certificate2.CreateFromPem(certificate, key);

        if (!OperatingSystem.IsWindows())
            return pair;

        // SChannel cannot use a key that was never stored: https://github.com/dotnet/runtime/issues/23749.
        using (pair)
            return X509CertificateLoader.LoadPkcs12(
                pair.Export(X509ContentType.Pkcs12),
                null,
                config.ClientCertificateKeyStoreFlags ?? X509KeyStorageFlags.DefaultKeySet);
    }

    private static string Read(string path, string data) =>
        !string.IsNullOrWhiteSpace(path) ? File.ReadAllText(path)
        : !string.IsNullOrWhiteSpace(data) ? Decode(data)
        : null;
}
