using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>The webhook makes its own authority when it starts; the injector then puts it into the webhook configurations.</summary>
internal sealed class WebhookController(Cluster cluster) : Controller(cluster)
{
    private const string AuthoritySecret = "cert-manager-webhook-ca";
    private const string Annotation = "cert-manager.io/inject-ca-from-secret";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource is Resources.ValidatingWebhooks or Resources.MutatingWebhooks)
            return change.IsDeletion ? [] : [change.Key];
        if (Component.Concerns(change, Component.WebhookServer))
            return [change.Key, .. Configurations()];
        if (Component.Concerns(change, Component.Injector))
            return Configurations();
        return change.Resource == Resources.Secrets && change.Name == AuthoritySecret ? Configurations() : [];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (key.Resource == Resources.Pods)
            MakeAuthority(key);
        else if (Cluster.Get(key) is { } configuration && RunningPods.Of(Cluster, Component.Injector).Any())
            Inject(key, configuration);
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private IEnumerable<ObjectKey> Configurations() => Cluster.Keys(Resources.ValidatingWebhooks).Concat(Cluster.Keys(Resources.MutatingWebhooks));

    private void MakeAuthority(ObjectKey pod)
    {
        if (Cluster.Get(pod) is not { } document || !Workloads.PodTemplate.IsReady(document)
            || Cluster.Get(Resources.Secrets, pod.Namespace, AuthoritySecret) is not null)
        {
            return;
        }
        using var key = PrivateKey.Generate("ECDSA", 384);
        var specification = CertificateSpecification.Of(new JsonObject
        {
            ["spec"] = new JsonObject { ["commonName"] = "cert-manager-webhook-ca", ["isCA"] = true, ["duration"] = "8760h" },
        });
        var (text, root) = SigningAuthority.SelfSigned.Issue(specification, key, Cluster.Time.GetUtcNow());
        Cluster.Create(Resources.Secrets, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = AuthoritySecret,
                ["namespace"] = pod.Namespace,
                ["annotations"] = new JsonObject { ["cert-manager.io/allow-direct-injection"] = "true" },
            },
            ["type"] = "Opaque",
            ["data"] = SecretData.Of(("tls.crt", text), ("tls.key", key.ToPem("PKCS8")), ("ca.crt", root)),
        }, "cert-manager-webhook");
    }

    private void Inject(ObjectKey key, JsonObject configuration)
    {
        if (configuration.Text("metadata", "annotations", Annotation)?.Split('/') is not [var @namespace, var name]
            || SecretData.Read(Cluster.Get(Resources.Secrets, @namespace, name), "ca.crt") is not { } authority)
        {
            return;
        }
        var bundle = Convert.ToBase64String(Encoding.UTF8.GetBytes(authority));
        Cluster.Change(key, live =>
        {
            foreach (var webhook in live.Items("webhooks"))
                webhook.Ensure("clientConfig")["caBundle"] = bundle;
        }, "cert-manager-cainjector");
    }
}
