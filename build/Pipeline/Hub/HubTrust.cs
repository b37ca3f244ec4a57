using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Hub;

/// <summary>
/// Trusts the platform's own authority and no other, and remembers why a certificate was refused. There is no way to let a wrong one pass.
/// </summary>
internal sealed class HubTrust : IDisposable
{
    private readonly X509Certificate2Collection _authority = [];
    private readonly DateTimeOffset _now;

    /// <exception cref="ProblemException">HUB2009 when there is no certificate in the PEM text.</exception>
    public HubTrust(string authorityPem, DateTimeOffset now)
    {
        _now = now;
        try
        {
            _authority.ImportFromPem(authorityPem);
        }
        catch (CryptographicException error)
        {
            throw Unreadable(error.Message, error);
        }

        if (_authority.Count == 0)
            throw Unreadable("there is no BEGIN CERTIFICATE line", error: null);
    }

    /// <summary>What the server presented last.</summary>
    public X509Certificate2? Presented { get; private set; }

    /// <summary>Why it was refused; none when it was not.</summary>
    public SslPolicyErrors Errors { get; private set; }

    /// <summary>What is wrong with the chain.</summary>
    public X509ChainStatusFlags ChainErrors { get; private set; }

    public SslClientAuthenticationOptions OptionsFor(string host) => new()
    {
        TargetHost = host,
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Judge(certificate, chain, errors),
        CertificateChainPolicy = Policy(),
    };

    /// <summary>The host names in a certificate.</summary>
    public static IReadOnlyList<string> HostsOf(X509Certificate2 certificate)
        => [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames())];

    public void Dispose()
    {
        Presented?.Dispose();
        foreach (var certificate in _authority)
            certificate.Dispose();
    }

    private bool Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Presented?.Dispose();
        // A copy: the handshake's own is gone after it.
        Presented = certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        Errors = errors;
        ChainErrors = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        return errors == SslPolicyErrors.None;
    }

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A private authority publishes no revocation list.
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = _now.LocalDateTime,
            // Intermediates come from the server; nothing is fetched from anywhere.
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(_authority);
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        return policy;
    }

    private static ProblemException Unreadable(string cause, Exception? error)
        => new([new Problem(HubProblems.AuthorityUnreadable, "the authority's certificate cannot be read") { Cause = cause }], error);
}
