using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>What a Certificate asks for, with cert-manager's defaults (cert-manager reference, CertificateSpec).</summary>
internal sealed record CertificateSpecification
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromDays(90);

    public required string SecretName { get; init; }

    public required string IssuerName { get; init; }

    public required string IssuerKind { get; init; }

    public string CommonName { get; init; } = "";

    public IReadOnlyList<string> DnsNames { get; init; } = [];

    public IReadOnlyList<string> IpAddresses { get; init; } = [];

    public bool IsAuthority { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>How long before its end it is renewed; a third of its duration unless said otherwise.</summary>
    public TimeSpan RenewBefore { get; init; }

    public string? KeyAlgorithm { get; init; }

    public long? KeySize { get; init; }

    public string? KeyEncoding { get; init; }

    /// <summary>Whether a renewal makes a new key; since cert-manager 1.18 it does unless the policy is <c>Never</c>.</summary>
    public bool RotatesKey { get; init; }

    public X500DistinguishedName Subject { get; private init; } = new("");

    public static CertificateSpecification Of(JsonObject certificate)
    {
        var spec = certificate["spec"];
        var duration = GoDuration.Parse(spec.Text("duration")) ?? DefaultDuration;
        var subject = new X500DistinguishedNameBuilder();
        foreach (var organization in spec.Texts("subject", "organizations"))
            subject.AddOrganizationName(organization);
        foreach (var unit in spec.Texts("subject", "organizationalUnits"))
            subject.AddOrganizationalUnitName(unit);
        if (spec.Text("commonName") is { Length: > 0 } name)
            subject.AddCommonName(name);
        return new CertificateSpecification
        {
            SecretName = spec.Text("secretName") ?? "",
            IssuerName = spec.Text("issuerRef", "name") ?? "",
            IssuerKind = spec.Text("issuerRef", "kind") ?? "Issuer",
            CommonName = spec.Text("commonName") ?? "",
            DnsNames = [.. spec.Texts("dnsNames")],
            IpAddresses = [.. spec.Texts("ipAddresses").Where(address => IPAddress.TryParse(address, out _))],
            IsAuthority = spec.Flag("isCA") ?? false,
            Duration = duration,
            RenewBefore = GoDuration.Parse(spec.Text("renewBefore")) ?? duration / 3,
            KeyAlgorithm = spec.Text("privateKey", "algorithm"),
            KeySize = spec.Number("privateKey", "size"),
            KeyEncoding = spec.Text("privateKey", "encoding"),
            RotatesKey = spec.Text("privateKey", "rotationPolicy") != "Never",
            Subject = subject.Build(),
        };
    }

    /// <summary>Whether the certificate is what is asked for, but for its age.</summary>
    public bool Describes(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(Subject.RawData)
        && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => basic.CertificateAuthority) == IsAuthority
        && certificate.NotAfter - certificate.NotBefore == Duration
        && AlternativeNames(certificate).SetEquals(DnsNames.Concat(IpAddresses));

    private static HashSet<string> AlternativeNames(X509Certificate2 certificate)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } extension)
        {
            names.UnionWith(extension.EnumerateDnsNames());
            names.UnionWith(extension.EnumerateIPAddresses().Select(address => address.ToString()));
        }
        return names;
    }
}
