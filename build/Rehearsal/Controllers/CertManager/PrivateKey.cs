using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>A private key of a Certificate: RSA or ECDSA, read from and written to PEM.</summary>
internal sealed class PrivateKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;

    private PrivateKey(AsymmetricAlgorithm key) => _key = key;

    public X509SignatureGenerator Signer => _key is RSA rsa
        ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
        : X509SignatureGenerator.CreateForECDsa((ECDsa)_key);

    public static PrivateKey Generate(string? algorithm, long? size) => new(algorithm switch
    {
        "ECDSA" => ECDsa.Create(size switch
        {
            384 => ECCurve.NamedCurves.nistP384,
            521 => ECCurve.NamedCurves.nistP521,
            _ => ECCurve.NamedCurves.nistP256,
        }),
        _ => RSA.Create((int)(size ?? 2048)),
    });

    /// <summary>The key in the PEM text; null when there is none that can be used.</summary>
    public static PrivateKey? Parse(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
            return null;
        return Import(RSA.Create(), pem) ?? Import(ECDsa.Create(), pem);
    }

    public bool Fits(string? algorithm, long? size) => algorithm switch
    {
        "ECDSA" => _key is ECDsa && _key.KeySize == (size ?? 256),
        _ => _key is RSA && _key.KeySize == (size ?? 2048),
    };

    public bool Belongs(X509Certificate2 certificate) =>
        certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(_key.ExportSubjectPublicKeyInfo());

    public CertificateRequest Request(X500DistinguishedName subject) => _key is RSA rsa
        ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        : new CertificateRequest(subject, (ECDsa)_key, HashAlgorithmName.SHA256);

    public string ToPem(string? encoding)
    {
        if (encoding == "PKCS8")
            return _key.ExportPkcs8PrivateKeyPem() + "\n";
        return (_key is RSA rsa ? rsa.ExportRSAPrivateKeyPem() : ((ECDsa)_key).ExportECPrivateKeyPem()) + "\n";
    }

    public void Dispose() => _key.Dispose();

    private static PrivateKey? Import(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return new PrivateKey(key);
        }
        catch (Exception problem) when (problem is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
