using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>The certificate and key of a TLS Secret.</summary>
internal sealed record KeyPair(X509Certificate2Collection Chain, PrivateKey Key) : IDisposable
{
    public X509Certificate2 Certificate => Chain[0];

    /// <summary>The pair in the Secret; null when there is none that fits together.</summary>
    public static KeyPair? Read(JsonObject? secret)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(SecretData.Read(secret, "tls.crt") ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }
        if (chain.Count == 0 || PrivateKey.Parse(SecretData.Read(secret, "tls.key")) is not { } key)
            return null;
        if (key.Belongs(chain[0]))
            return new KeyPair(chain, key);
        key.Dispose();
        return null;
    }

    public void Dispose()
    {
        Key.Dispose();
        foreach (var certificate in Chain)
            certificate.Dispose();
    }
}
