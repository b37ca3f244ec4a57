using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>Says which issuers can issue: self-signed ones at once, those of an authority when its Secret is there and good.</summary>
internal sealed class IssuerController(Cluster cluster) : Controller(cluster)
{
    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource is Resources.ClusterIssuers or Resources.Issuers)
            return change.IsDeletion ? [] : [change.Key];
        return change.Resource == Resources.Secrets || Component.Concerns(change, Component.Controller)
            ? Cluster.Keys(Resources.ClusterIssuers).Concat(Cluster.Keys(Resources.Issuers))
            : [];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } issuer && Component.Find(Cluster) is { } controller)
        {
            var (ready, reason, message) = Look(key, issuer, controller);
            Cluster.ChangeStatus(key, status =>
            {
                var condition = Conditions.Set(status, "Ready", ready, reason, message, Cluster.Now);
                condition["observedGeneration"] = issuer.Number("metadata", "generation") ?? 1;
            }, Component.Manager);
            if (!ready)
                Cluster.Record(key, "Warning", reason, message, "cert-manager-issuers");
        }
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    /// <summary>The namespace of an issuer's Secret: its own, or the one that cert-manager keeps for cluster issuers.</summary>
    public static string SecretNamespace(ObjectKey issuer, JsonObject controller)
    {
        if (issuer.Namespace.Length > 0)
            return issuer.Namespace;
        var own = controller.Text("metadata", "namespace")!;
        var flag = RunningPods.Flag(controller, "--cluster-resource-namespace");
        return flag is null or "$(POD_NAMESPACE)" ? own : flag;
    }

    private (bool Ready, string Reason, string Message) Look(ObjectKey key, JsonObject issuer, JsonObject controller)
    {
        if (issuer.Child("spec", "selfSigned") is not null)
            return (true, "IsReady", "");
        if (issuer.Text("spec", "ca", "secretName") is not { } name)
            return (false, "NotRehearsed", "the rehearsal issues for selfSigned and ca issuers only");
        var @namespace = SecretNamespace(key, controller);
        var secret = Cluster.Get(Resources.Secrets, @namespace, name);
        if (secret is null)
            return (false, "ErrGetKeyPair", $"Error getting keypair for CA issuer: secrets \"{name}\" not found");
        using var pair = KeyPair.Read(secret);
        if (pair is null)
            return (false, "ErrGetKeyPair", $"Error getting keypair for CA issuer: no usable certificate and private key in secret {@namespace}/{name}");
        return pair.Certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => basic.CertificateAuthority)
            ? (true, "KeyPairVerified", "Signing CA verified")
            : (false, "ErrInvalidKeyPair", "Error getting keypair for CA issuer: certificate is not a CA");
    }
}
