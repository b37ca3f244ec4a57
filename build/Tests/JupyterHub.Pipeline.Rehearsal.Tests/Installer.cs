using System.Text;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Charts;
using JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

namespace JupyterHub.Pipeline.Rehearsal.Tests;

/// <summary>Installs the platform with real helm, and applies what belongs between the charts over the API.</summary>
internal sealed class Installer(PlatformEndpoints endpoints, RehearsalRequest request)
{
    public async Task PlatformAsync()
    {
        await InstallAsync("cert-manager", "cert-manager", "crds: { enabled: true }");
        await ApplyAsync(Platform.Authority);
        await InstallAsync("traefik", "traefik", """
            deployment: { kind: DaemonSet }
            ingressClass: { name: traefik }
            providers: { kubernetesIngress: { publishedService: { enabled: false }, ingressEndpoint: { ip: 127.0.0.1 } } }
            service: { spec: { type: ClusterIP } }
            """);
        await ApplyAsync(Platform.ProvisionerSecret());
        await ApplyAsync(Platform.NodeSecret());
        await ApplyAsync(Platform.ExternalCluster());
        await InstallAsync("rook-ceph", "rook-ceph", "crds: { enabled: true }");
        await InstallAsync("ceph-csi-drivers", "rook-ceph", "drivers: { rbd: { name: rook-ceph.rbd.csi.ceph.com }, cephfs: { enabled: false } }");
        await InstallAsync("rook-ceph-cluster", "rook-ceph", "cephImage: null\ncephClusterSpec: { external: { enable: true } }");
        await ApplyAsync(Platform.CephClass());
        await InstallAsync("longhorn", "longhorn-system", "persistence: { defaultClass: false }");
        await ApplyAsync($"""
            apiVersion: v1
            kind: Secret
            metadata: {"{ name: tsig, namespace: external-dns }"}
            stringData: {"{"} keyname: {request.TsigKey.Name}, secret: {request.TsigKey.Secret} {"}"}
            """);
        await InstallAsync("external-dns", "external-dns", $$"""
            provider: { name: rfc2136 }
            sources: [ingress]
            policy: sync
            txtOwnerId: test
            txtPrefix: extdns-
            interval: 30s
            domainFilters: [{{request.Zone}}]
            env:
              - { name: EXTERNAL_DNS_RFC2136_TSIG_KEYNAME, valueFrom: { secretKeyRef: { name: tsig, key: keyname } } }
              - { name: EXTERNAL_DNS_RFC2136_TSIG_SECRET, valueFrom: { secretKeyRef: { name: tsig, key: secret } } }
            extraArgs:
              - --rfc2136-host={{endpoints.NameServer!.Address}}
              - --rfc2136-port={{endpoints.NameServer.Port}}
              - --rfc2136-zone={{request.Zone}}
              - --rfc2136-tsig-secret-alg=hmac-sha256
              - --rfc2136-tsig-axfr
              - --rfc2136-min-ttl=60s
            """);
        await ApplyAsync("apiVersion: v1\nkind: Secret\nmetadata: { name: hub-credentials, namespace: jupyterhub }\nstringData: { PASSWORD: sesame }");
        await InstallAsync("jupyterhub", "jupyterhub", $$"""
            hub:
              config: { JupyterHub: { authenticator_class: dummy }, Authenticator: { allow_all: true } }
              extraEnv:
                TITLE: Rehearsed notebooks
                PASSWORD: { valueFrom: { secretKeyRef: { name: hub-credentials, key: PASSWORD } } }
              extraConfig:
                10-title: |
                  import os
                  c.JupyterHub.template_vars = {"announcement": os.environ["TITLE"]}
                20-password: |
                  c.DummyAuthenticator.password = os.environ["PASSWORD"]
              db: { pvc: { storageClassName: ceph-rbd } }
            proxy: { service: { type: ClusterIP } }
            singleuser: { storage: { dynamic: { storageClass: ceph-rbd } } }
            ingress:
              enabled: true
              ingressClassName: traefik
              annotations: { cert-manager.io/cluster-issuer: onprem-ca }
              hosts: [{{request.HubHost}}]
              tls: [{ hosts: [{{request.HubHost}}], secretName: jupyterhub-tls }]
            """);
    }

    public async Task InstallAsync(string chart, string @namespace, string values)
    {
        var file = Path.Combine(request.StateDirectory, $"values-{chart}.yaml");
        await File.WriteAllTextAsync(file, values);
        var result = await HelmCommandLine.RunAsync(
            "upgrade", "--install", chart, Path.Combine(endpoints.StandInCharts!, chart), "--namespace", @namespace, "--create-namespace",
            "--kubeconfig", endpoints.Kubeconfig, "--values", file, "--wait", "--timeout", "120s");
        result.ExitCode.ShouldBe(0, $"{chart}: {result.StandardError}\n{result.StandardOutput}\n{await LogAsync()}");
    }

    public async Task UninstallAsync(string release, string @namespace, bool succeeds)
    {
        var result = await HelmCommandLine.RunAsync("uninstall", release, "--namespace", @namespace, "--kubeconfig", endpoints.Kubeconfig, "--wait", "--timeout", "60s");
        (result.ExitCode == 0).ShouldBe(succeeds, $"{release}: {result.StandardError}\n{result.StandardOutput}\n{await LogAsync()}");
    }

    /// <summary>The certificate of the authority that the platform's certificates are signed with.</summary>
    public async Task<string> AuthorityAsync()
    {
        using var http = Http();
        var secret = JsonNode.Parse(await http.GetStringAsync("/api/v1/namespaces/cert-manager/secrets/onprem-ca"));
        return Encoding.UTF8.GetString(Convert.FromBase64String(secret.Text("data", "tls.crt")!));
    }

    /// <summary>kubectl's output; null where there is no kubectl.</summary>
    public async Task<string?> KubectlAsync(params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("KUBECTL_EXE") is not { Length: > 0 } kubectl)
            return null;
        var result = await Cli.Wrap(kubectl).WithArguments([.. arguments, "--kubeconfig", endpoints.Kubeconfig]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        result.ExitCode.ShouldBe(0, result.StandardError);
        return result.StandardOutput;
    }

    public async Task ApplyAsync(string yaml)
    {
        using var http = Http();
        foreach (var document in Manifest.Parse(yaml))
        {
            var @namespace = document.Text("metadata", "namespace");
            if (@namespace is not null)
                await PatchAsync(http, $"/api/v1/namespaces/{@namespace}", new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = @namespace } });
            var version = document.Text("apiVersion")!;
            var root = version.Contains('/', StringComparison.Ordinal) ? $"/apis/{version}" : $"/api/{version}";
            var kind = document.Text("kind")!.ToLowerInvariant();
            var plural = kind.EndsWith('s') ? kind + "es" : kind + "s";
            var path = $"{root}/{(@namespace is null ? "" : $"namespaces/{@namespace}/")}{plural}/{document.Text("metadata", "name")}";
            await PatchAsync(http, path, document);
        }
    }

    private static async Task PatchAsync(HttpClient http, string path, JsonObject document)
    {
        using var content = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/apply-patch+yaml");
        var response = await http.PatchAsync(path + "?fieldManager=test", content);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    private HttpClient Http()
    {
        var config = JsonNode.Parse(File.ReadAllText(endpoints.Kubeconfig));
        var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } })
        {
            BaseAddress = new Uri(config.Items("clusters").First().Text("cluster", "server")!),
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", config.Items("users").First().Text("user", "token"));
        return http;
    }

    /// <summary>What the platform's components logged.</summary>
    public async Task<string> LogAsync()
    {
        await using var file = new FileStream(Path.Combine(request.StateDirectory, "controllers.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }
}
