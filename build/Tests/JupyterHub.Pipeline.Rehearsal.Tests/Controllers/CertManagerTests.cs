using System.Security.Cryptography.X509Certificates;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Controllers.Admission;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Charts;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

public sealed class CertManagerTests
{
    private static readonly string[] WithDefinitions = ["--set", "crds.enabled=true"];

    [HelmFact]
    public async Task Nothing_is_issued_until_the_controller_runs()
    {
        await using var cluster = new RunningCluster();
        var chart = Manifest.Parse(await HelmCommandLine.TemplateAsync("cert-manager", "cert-manager", WithDefinitions)).ToLookup(each => each.Text("kind") == "CustomResourceDefinition");
        cluster.Apply(chart[true]);
        cluster.Apply(Platform.Authority);
        await cluster.Settle();
        cluster.Cluster.Get(Resources.ClusterIssuers, null, "onprem-ca")!["status"].ShouldBeNull();
        cluster.Cluster.Get(Resources.Secrets, "cert-manager", "onprem-ca").ShouldBeNull();
        cluster.Apply(chart[false]);
        await cluster.Until(Resources.ClusterIssuers, null, "onprem-ca", each => Conditions.IsTrue(each, "Ready"));
    }

    [HelmFact]
    public async Task An_issuer_of_an_authority_recovers_when_its_secret_appears()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(await HelmCommandLine.TemplateAsync("cert-manager", "cert-manager", WithDefinitions));
        cluster.Apply("apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: { name: onprem-ca }\nspec: { ca: { secretName: onprem-ca } }");
        var issuer = await cluster.Until(Resources.ClusterIssuers, null, "onprem-ca", each => Conditions.Find(each, "Ready") is not null);
        Conditions.Find(issuer, "Ready").Text("message").ShouldBe("Error getting keypair for CA issuer: secrets \"onprem-ca\" not found");
        cluster.Apply(Platform.Authority);
        await cluster.Until(Resources.ClusterIssuers, null, "onprem-ca", each => Conditions.Find(each, "Ready").Text("reason") == "KeyPairVerified");
    }

    [HelmFact]
    public async Task An_annotated_ingress_gets_a_certificate_that_the_authority_vouches_for()
    {
        await using var cluster = await WithAuthorityAsync();
        cluster.Apply(Platform.Ingress);
        var certificate = await cluster.Until(Resources.Certificates, "shop", "site-tls", each => Conditions.IsTrue(each, "Ready"));
        certificate.Items("metadata", "ownerReferences").Single().Text("name").ShouldBe("site");
        var secret = cluster.Cluster.Get(Resources.Secrets, "shop", "site-tls");
        secret.Text("type").ShouldBe("kubernetes.io/tls");
        using var leaf = X509Certificate2.CreateFromPem(SecretData.Read(secret, "tls.crt"), SecretData.Read(secret, "tls.key"));
        using var root = X509Certificate2.CreateFromPem(SecretData.Read(secret, "ca.crt"));
        leaf.MatchesHostname("shop.example.test").ShouldBeTrue();
        root.Subject.ShouldBe("CN=Test CA");
        (root.NotAfter - root.NotBefore).ShouldBe(TimeSpan.FromHours(87600));
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.Build(leaf).ShouldBeTrue(string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
    }

    [HelmFact]
    public async Task A_changed_host_is_issued_anew_and_an_unchanged_one_is_not()
    {
        await using var cluster = await WithAuthorityAsync();
        cluster.Apply(Platform.Ingress);
        await cluster.Until(Resources.Certificates, "shop", "site-tls", each => Conditions.IsTrue(each, "Ready"));
        await cluster.Settle();
        var first = cluster.Cluster.Get(Resources.Secrets, "shop", "site-tls")!;
        var version = cluster.Store.ResourceVersion;
        cluster.Apply(Platform.Ingress);
        await cluster.Settle();
        cluster.Store.ResourceVersion.ShouldBe(version);
        cluster.Apply(Platform.Ingress.Replace("hosts: [shop.example.test]", "hosts: [store.example.test]", StringComparison.Ordinal));
        var second = await cluster.Until(Resources.Secrets, "shop", "site-tls", each => each.Text("metadata", "annotations", "cert-manager.io/alt-names") == "store.example.test");
        SecretData.Read(second, "tls.key").ShouldNotBe(SecretData.Read(first, "tls.key"));
    }

    [HelmFact]
    public async Task A_key_that_must_not_rotate_is_kept_when_the_authority_is_issued_anew()
    {
        await using var cluster = await WithAuthorityAsync();
        var key = SecretData.Read(cluster.Cluster.Get(Resources.Secrets, "cert-manager", "onprem-ca"), "tls.key");
        cluster.Apply(Platform.Authority.Replace("87600h", "43800h", StringComparison.Ordinal));
        await cluster.Until(Resources.Certificates, "cert-manager", "onprem-ca", each => each.Number("status", "revision") == 2 && Conditions.IsTrue(each, "Ready"));
        SecretData.Read(cluster.Cluster.Get(Resources.Secrets, "cert-manager", "onprem-ca"), "tls.key").ShouldBe(key);
    }

    [HelmFact]
    public async Task The_webhook_refuses_in_the_api_servers_words_until_it_runs_and_is_trusted()
    {
        await using var cluster = new RunningCluster(nodes: 0);
        cluster.Apply(await HelmCommandLine.TemplateAsync("cert-manager", "cert-manager", WithDefinitions));
        await cluster.Settle();
        WebhookAdmission.Refusal(cluster.Cluster, "cert-manager.io", "clusterissuers", null, "CREATE").ShouldBe(
            "failed calling webhook \"webhook.cert-manager.io\": failed to call webhook: Post \"https://cert-manager-webhook.cert-manager.svc:443/mutate?timeout=30s\": no endpoints available for service \"cert-manager-webhook\"");
        JupyterHub.Pipeline.Rehearsal.Controllers.Nodes.SimulatedNodes.Provide(cluster.Cluster, 1);
        await cluster.Until(Resources.ValidatingWebhooks, null, "cert-manager-webhook", each => each.Items("webhooks").All(hook => hook.Text("clientConfig", "caBundle") is not null));
        await cluster.Settle();
        WebhookAdmission.Refusal(cluster.Cluster, "cert-manager.io", "clusterissuers", null, "CREATE").ShouldBeNull();
    }

    [HelmFact]
    public async Task An_object_that_cannot_be_dealt_with_does_not_hold_up_the_others()
    {
        await using var cluster = await WithAuthorityAsync();
        cluster.Apply("""
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: { name: broken, namespace: shop }
            spec: { secretName: broken, dnsNames: [a.example.test], privateKey: { size: 1 }, issuerRef: { kind: ClusterIssuer, name: onprem-ca } }
            """);
        cluster.Apply(Platform.Ingress);
        await cluster.Until(Resources.Certificates, "shop", "site-tls", each => Conditions.IsTrue(each, "Ready"));
        Conditions.IsTrue(cluster.Cluster.Get(Resources.Certificates, "shop", "broken"), "Ready").ShouldBeFalse();
    }

    private static async Task<RunningCluster> WithAuthorityAsync()
    {
        var cluster = new RunningCluster();
        cluster.Apply(await HelmCommandLine.TemplateAsync("cert-manager", "cert-manager", WithDefinitions));
        cluster.Apply(Platform.Authority);
        await cluster.Until(Resources.ClusterIssuers, null, "onprem-ca", each => Conditions.IsTrue(each, "Ready"));
        return cluster;
    }
}
