using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>Issues what Certificates ask for into their Secrets, and renews it in time.</summary>
internal sealed class CertificateController(Cluster cluster) : Controller(cluster)
{
    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.Certificates)
            return change.IsDeletion ? [] : [change.Key];
        if (change.Resource == Resources.Secrets)
        {
            return Cluster.List(Resources.Certificates, change.Namespace)
                .Where(certificate => certificate.Text("spec", "secretName") == change.Name)
                .Select(certificate => Cluster.KeyOf(Resources.Certificates, certificate));
        }
        return change.Resource is Resources.ClusterIssuers or Resources.Issuers || Component.Concerns(change, Component.Controller)
            ? Cluster.Keys(Resources.Certificates)
            : [];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation) =>
        ValueTask.FromResult(Cluster.Get(key) is { } certificate && Component.Find(Cluster) is { } controller
            ? Reconcile(key, certificate, controller)
            : null);

    private TimeSpan? Reconcile(ObjectKey key, JsonObject certificate, JsonObject controller)
    {
        var specification = CertificateSpecification.Of(certificate);
        var secret = Cluster.Get(Resources.Secrets, key.Namespace, specification.SecretName);
        using var pair = KeyPair.Read(secret);
        var now = Cluster.Time.GetUtcNow();
        if (Reason(specification, secret, pair, now) is not { } reason)
            return Report(key, certificate, specification, pair!, now);

        if (FindIssuer(key, specification) is not { } issuer || !Conditions.IsTrue(issuer, "Ready"))
        {
            Await(key, certificate, specification, reason);
            return null;
        }
        using var authority = Authority(specification, issuer, controller);
        if (authority is null)
            return null;
        Issue(key, certificate, specification, pair, authority, now);
        return null;
    }

    /// <summary>Why a certificate has to be issued: cert-manager's reason and message; null when the present one is good.</summary>
    private static (string Reason, string Message)? Reason(CertificateSpecification specification, JsonObject? secret, KeyPair? pair, DateTimeOffset now)
    {
        if (secret is null)
            return ("DoesNotExist", "Issuing certificate as Secret does not exist");
        if (pair is null)
            return ("InvalidKeyPair", "Issuing certificate as Secret does not contain a usable certificate and private key");
        if (secret.Text("metadata", "annotations", CertificateSecret.IssuerName) is { } issuer && issuer != specification.IssuerName)
            return ("IncorrectIssuer", $"Issuing certificate as Secret was previously issued by \"{issuer}\"");
        if (!specification.Describes(pair.Certificate) || !pair.Key.Fits(specification.KeyAlgorithm, specification.KeySize))
            return ("SecretMismatch", "Existing issued Secret is not up to date for spec");
        return pair.Certificate.NotAfter.ToUniversalTime() - specification.RenewBefore <= now.UtcDateTime
            ? ("Renewing", "Renewing certificate as renewal was scheduled")
            : null;
    }

    private JsonObject? FindIssuer(ObjectKey key, CertificateSpecification specification) => specification.IssuerKind == "ClusterIssuer"
        ? Cluster.Get(Resources.ClusterIssuers, null, specification.IssuerName)
        : Cluster.Get(Resources.Issuers, key.Namespace, specification.IssuerName);

    private SigningAuthority? Authority(CertificateSpecification specification, JsonObject issuer, JsonObject controller)
    {
        if (issuer.Child("spec", "selfSigned") is not null)
            return SigningAuthority.SelfSigned;
        var key = Cluster.KeyOf(specification.IssuerKind == "ClusterIssuer" ? Resources.ClusterIssuers : Resources.Issuers, issuer);
        var secret = Cluster.Get(Resources.Secrets, IssuerController.SecretNamespace(key, controller), issuer.Text("spec", "ca", "secretName") ?? "");
        return KeyPair.Read(secret) is { } pair ? new SigningAuthority(pair.Chain, pair.Key) : null;
    }

    private void Await(ObjectKey key, JsonObject certificate, CertificateSpecification specification, (string Reason, string Message) reason)
    {
        Cluster.ChangeStatus(key, status =>
        {
            var generation = certificate.Number("metadata", "generation") ?? 1;
            Conditions.Set(status, "Ready", false, reason.Reason, reason.Message, Cluster.Now)["observedGeneration"] = generation;
            Conditions.Set(status, "Issuing", true, reason.Reason, reason.Message, Cluster.Now)["observedGeneration"] = generation;
        }, Component.Manager);
        Cluster.Record(
            key, "Warning", "IssuerNotReady", $"Waiting for {specification.IssuerKind} \"{specification.IssuerName}\", which is missing or not ready", "cert-manager-certificates-issuing");
    }

    private void Issue(
        ObjectKey key, JsonObject certificate, CertificateSpecification specification, KeyPair? pair, SigningAuthority authority, DateTimeOffset now)
    {
        var kept = !specification.RotatesKey && pair is not null && pair.Key.Fits(specification.KeyAlgorithm, specification.KeySize) ? pair.Key : null;
        var privateKey = kept ?? PrivateKey.Generate(specification.KeyAlgorithm, specification.KeySize);
        try
        {
            var (text, root) = authority.Issue(specification, privateKey, now);
            Cluster.Ensure(
                Resources.Secrets,
                CertificateSecret.Of(key, certificate, specification, text, privateKey.ToPem(specification.KeyEncoding), root),
                Component.Manager);
        }
        finally
        {
            if (kept is null)
                privateKey.Dispose();
        }
        Cluster.ChangeStatus(key, status => status["revision"] = (status.Number("revision") ?? 0) + 1, Component.Manager);
        Cluster.Record(key, "Normal", "Issuing", "The certificate has been successfully issued", "cert-manager-certificates-issuing");
    }

    private TimeSpan? Report(ObjectKey key, JsonObject certificate, CertificateSpecification specification, KeyPair pair, DateTimeOffset now)
    {
        var end = new DateTimeOffset(pair.Certificate.NotAfter.ToUniversalTime());
        var renewal = end - specification.RenewBefore;
        Cluster.ChangeStatus(key, status =>
        {
            Conditions.Set(status, "Ready", true, "Ready", "Certificate is up to date and has not expired", Cluster.Now)["observedGeneration"] =
                certificate.Number("metadata", "generation") ?? 1;
            Conditions.Remove(status, "Issuing");
            status["notBefore"] = Cluster.Format(new DateTimeOffset(pair.Certificate.NotBefore.ToUniversalTime()));
            status["notAfter"] = Cluster.Format(end);
            status["renewalTime"] = Cluster.Format(renewal);
        }, Component.Manager);
        return renewal - now < TimeSpan.FromDays(40) ? renewal - now : TimeSpan.FromDays(40);
    }
}
