using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>Signs certificates, either with an authority's key or each with its own (RFC 5280).</summary>
/// <param name="Chain">The authority's certificate and those above it, nearest first; empty for self-signing.</param>
/// <param name="Key">The authority's key; null for self-signing.</param>
internal sealed record SigningAuthority(X509Certificate2Collection Chain, PrivateKey? Key) : IDisposable
{
    /// <summary>Each certificate is signed with its own key.</summary>
    public static SigningAuthority SelfSigned { get; } = new([], null);

    /// <summary>The certificate and what belongs into the Secret with it.</summary>
    /// <returns><c>tls.crt</c>: the certificate and its intermediates. <c>ca.crt</c>: the root.</returns>
    public (string Certificate, string Authority) Issue(CertificateSpecification specification, PrivateKey key, DateTimeOffset now)
    {
        var request = key.Request(specification.Subject);
        var usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;
        if (specification.IsAuthority)
            usage |= X509KeyUsageFlags.KeyCertSign;
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(specification.IsAuthority, false, 0, critical: true));
        var subjectKey = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(subjectKey);
        request.CertificateExtensions.Add(Chain.Count > 0
            ? X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Chain[0], includeKeyIdentifier: true, includeIssuerAndSerial: false)
            : X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(subjectKey));
        if (AlternativeNames(specification) is { } names)
            request.CertificateExtensions.Add(names);

        // Whole seconds: a certificate's validity has no fractions (RFC 5280, 4.1.2.5).
        var start = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var issuer = Chain.Count > 0 ? Chain[0].SubjectName : specification.Subject;
        using var certificate = request.Create(issuer, (Key ?? key).Signer, start, start + specification.Duration, Serial());
        var own = certificate.ExportCertificatePem() + "\n";
        if (Chain.Count == 0)
            return (own, own);
        var chain = new StringBuilder(own);
        foreach (var above in Chain.Where(above => !IsRoot(above)))
            chain.Append(above.ExportCertificatePem()).Append('\n');
        return (chain.ToString(), Chain[^1].ExportCertificatePem() + "\n");
    }

    public void Dispose() => Key?.Dispose();

    private static X509Extension? AlternativeNames(CertificateSpecification specification)
    {
        if (specification.DnsNames.Count + specification.IpAddresses.Count == 0)
            return null;
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in specification.DnsNames)
            names.AddDnsName(name);
        foreach (var address in specification.IpAddresses)
            names.AddIpAddress(System.Net.IPAddress.Parse(address));
        return names.Build(critical: specification.Subject.RawData.Length <= 2);
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        serial[0] |= 0x01;
        return serial;
    }
}
