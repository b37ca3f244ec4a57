using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class CertificateSection
{
    private static readonly CertificateSettings Certificates = new();
    private static readonly AuthoritySettings Authority = new();

    private static readonly SectionShape<AuthoritySettings> AuthorityShape = new(keys =>
    {
        var commonName = keys.Default("commonName", Text.Where("text of 1 to 64 characters", @"^\S.{0,63}$"), Authority.CommonName,
            "What browsers call the authority.");
        var duration = keys.Default("duration", Amounts.Duration, Authority.Duration, "How long the authority's certificate is valid; its key never changes.");
        var leaf = keys.Default("leafDuration", Amounts.Duration, Authority.LeafDuration, "How long the certificates that it issues are valid, at least 1h.");
        return values => new AuthoritySettings { CommonName = values.Get(commonName), Duration = values.Get(duration), LeafDuration = values.Get(leaf) };
    });

    private static readonly SectionShape<ProvidedCertificateSettings> Provided = new(keys =>
    {
        var certificate = keys.Required("certificate", Paths.Local, "PEM file: the certificate, then the chain that its issuer gave.");
        var key = keys.Required("key", SecretShape.Instance, "The private key, in PEM.");
        return values => new ProvidedCertificateSettings { Certificate = values.Get(certificate), Key = values.Get(key) };
    });

    public static SectionShape<CertificateSettings> Shape { get; } = new(keys =>
    {
        var ns = keys.Default("namespace", Text.Label, Certificates.Namespace, "Namespace of cert-manager.");
        var issuer = keys.Default("issuer", Text.ObjectName, Certificates.Issuer, "Name of the ClusterIssuer.");
        var authority = keys.Optional("authority", AuthorityShape, "A self-signed authority of the platform's own; the default.");
        var provided = keys.Optional("provided", Provided, "A certificate that you bring.");
        keys.AtMostOne(authority, provided);
        return values => new CertificateSettings
        {
            Namespace = values.Get(ns),
            Issuer = values.Get(issuer),
            Authority = values.Get(authority) ?? (values.Get(provided) is null ? Authority : null),
            Provided = values.Get(provided),
        };
    });
}
