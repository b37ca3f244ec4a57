using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>Makes a Certificate for each TLS entry of an Ingress whose annotations name an issuer.</summary>
internal sealed class IngressShimController(Cluster cluster) : Controller(cluster)
{
    private const string Prefix = "cert-manager.io/";

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.Ingresses)
            return change.IsDeletion ? [] : [change.Key];
        if (change.Resource == Resources.Certificates)
            return change.OwnerOf("Ingress", Resources.Ingresses) is { } owner ? [owner] : [];
        return Component.Concerns(change, Component.Controller) ? Cluster.Keys(Resources.Ingresses) : [];
    }

    public override ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is { } ingress && Component.Find(Cluster) is not null && Cluster.Serves(Resources.Certificates))
            Reconcile(key, ingress);
        return ValueTask.FromResult<TimeSpan?>(null);
    }

    private void Reconcile(ObjectKey key, JsonObject ingress)
    {
        var wanted = new HashSet<string>();
        if (Issuer(ingress) is { } issuer)
        {
            foreach (var entry in ingress.Items("spec", "tls"))
            {
                if (entry.Text("secretName") is not { Length: > 0 } name || !entry.Texts("hosts").Any())
                {
                    Cluster.Record(key, "Warning", "BadConfig", "Skipped a TLS block: it needs hosts and a secretName", "cert-manager-ingress-shim");
                    continue;
                }
                wanted.Add(name);
                Ensure(key, ingress, issuer, name, entry);
            }
        }
        foreach (var surplus in Cluster.Owned(Resources.Certificates, ingress).Where(owned => !wanted.Contains(owned.Text("spec", "secretName") ?? "")))
            Cluster.Delete(Cluster.KeyOf(Resources.Certificates, surplus));
    }

    private void Ensure(ObjectKey key, JsonObject ingress, JsonObject issuer, string name, JsonObject entry)
    {
        var existing = Cluster.Get(Resources.Certificates, key.Namespace, name);
        if (existing is not null && existing.Items("metadata", "ownerReferences").All(owner => owner.Text("uid") != ingress.Text("metadata", "uid")))
        {
            Cluster.Record(key, "Warning", "BadConfig", $"Certificate \"{name}\" exists and is not owned by this Ingress", "cert-manager-ingress-shim");
            return;
        }
        var spec = new JsonObject
        {
            ["dnsNames"] = entry["hosts"]!.DeepClone(),
            ["secretName"] = name,
            ["issuerRef"] = issuer.DeepClone(),
            ["usages"] = new JsonArray("digital signature", "key encipherment"),
        };
        foreach (var (annotation, field) in new[] { ("common-name", "commonName"), ("duration", "duration"), ("renew-before", "renewBefore") })
        {
            if (ingress.Text("metadata", "annotations", Prefix + annotation) is { } value)
                spec[field] = value;
        }
        if (ingress.Text("metadata", "annotations", Prefix + "private-key-rotation-policy") is { } policy)
            spec["privateKey"] = new JsonObject { ["rotationPolicy"] = policy };
        Cluster.Ensure(Resources.Certificates, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = key.Namespace,
                ["ownerReferences"] = new JsonArray(Cluster.OwnerReference(ingress)),
            },
            ["spec"] = spec,
        }, Component.Manager);
        if (existing is null)
            Cluster.Record(key, "Normal", "CreateCertificate", $"Successfully created Certificate \"{name}\"", "cert-manager-ingress-shim");
    }

    private static JsonObject? Issuer(JsonObject ingress)
    {
        foreach (var (annotation, kind) in new[] { ("cluster-issuer", "ClusterIssuer"), ("issuer", "Issuer") })
        {
            if (ingress.Text("metadata", "annotations", Prefix + annotation) is { Length: > 0 } name)
                return new JsonObject { ["name"] = name, ["kind"] = kind, ["group"] = "cert-manager.io" };
        }
        return null;
    }
}
