using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.EndToEnd.Tests.Running;
using JupyterHub.Pipeline.Execution;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>Looks at what was deployed with other people's clients.</summary>
[Collection(DeployedPlatform.Name)]
public sealed class ServedRehearsalTests(ServedRehearsal served) : IClassFixture<ServedRehearsal>
{
    private readonly Kubectl _kubectl = new(served.Kubeconfig);
    private readonly DnsClient _dns = new(served.NameServer, new Door(DoorName.Dns));

    [Fact]
    public async Task The_login_page_is_served_only_while_the_rehearsal_runs_and_trusted_by_its_authority_alone()
    {
        served.AnsweredBefore.ShouldBeFalse("nothing is left of a run that has ended");
        using var browser = await BrowseAsync();
        var page = await browser.PageAsync("hub/login");
        page.ShouldContain("JupyterHub rehearsal");
        page.ShouldContain("name=\"password\"");
        browser.Chain.Count.ShouldBeGreaterThan(1);
        browser.Chain[^1].ShouldBe("CN=JupyterHub platform CA");
        using var stranger = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync(new Uri($"https://127.0.0.1:{served.Hub.Port}/hub/login")));
    }

    [Fact]
    public async Task External_DNS_has_written_the_hubs_address_and_who_owns_it()
    {
        var host = DnsName.Parse(served.Hub.Host);
        (await _dns.LookupAsync(host, RecordType.A, CancellationToken.None)).ShouldHaveSingleItem().ToString().ShouldBe("127.0.0.1");
        var ownership = await _dns.LookupAsync(DnsName.Parse("extdns-a-" + served.Hub.Host), RecordType.TXT, CancellationToken.None);
        ownership.ShouldHaveSingleItem().ToString()!.ShouldContain("external-dns/owner=onprem-rehearsal");
    }

    [KubectlFact]
    public async Task Each_user_has_a_volume_of_its_own_on_Ceph_and_shares_the_one_on_Longhorn()
    {
        var password = served.Checkout.Read(".nuke/temp/rehearsal/onprem-rehearsal/secrets/hub-password").Trim();
        foreach (var user in new[] { "ada", "grace" })
        {
            using var browser = await BrowseAsync();
            (await browser.LogInAsync(user, "wrong")).ShouldContain("Invalid username or password");
            (await browser.LogInAsync(user, password)).ShouldContain(user);
            await browser.PageAsync("hub/spawn");
            await _kubectl.RunAsync("wait", "--namespace", "jupyterhub", "--for=condition=Ready", $"pod/jupyter-{user}", "--timeout=120s");
            var claim = await _kubectl.GetAsync("pvc", "--namespace", "jupyterhub", $"claim-{user}");
            ((string?)claim["spec"]!["storageClassName"]).ShouldBe("ceph-rbd");
            ((string?)claim["status"]!["phase"]).ShouldBe("Bound");
            var pod = await _kubectl.GetAsync("pod", "--namespace", "jupyterhub", $"jupyter-{user}");
            pod["spec"]!["volumes"]!.AsArray().Select(volume => (string?)volume!["persistentVolumeClaim"]?["claimName"]).OfType<string>()
                .ShouldBe([$"claim-{user}", "jupyterhub-shared"], ignoreOrder: true);
            pod["spec"]!["containers"]![0]!["volumeMounts"]!.AsArray().Select(mount => (string?)mount!["mountPath"]).ShouldContain("/home/jovyan/shared");
        }
        var shared = await _kubectl.GetAsync("pvc", "--namespace", "jupyterhub", "jupyterhub-shared");
        ((string?)shared["status"]!["phase"]).ShouldBe("Bound");
        ((string?)shared["spec"]!["accessModes"]![0]).ShouldBe("ReadWriteMany");
        ((string?)shared["spec"]!["storageClassName"]).ShouldBe("longhorn-shared");
    }

    [KubectlFact]
    public async Task Kubectl_sees_the_platform_ready()
    {
        var nodes = await _kubectl.GetAsync("nodes");
        nodes["items"]!.AsArray().Count.ShouldBe(3);
        var ceph = await _kubectl.GetAsync("cephclusters.ceph.rook.io", "--namespace", "rook-ceph", "rook-ceph");
        ((string?)ceph["status"]!["phase"]).ShouldBe("Connected");
        (await _kubectl.RunAsync("wait", "--for=condition=Ready", "clusterissuer/onprem-ca", "--timeout=60s")).ShouldContain("condition met");
        (await _kubectl.RunAsync("wait", "--namespace", "jupyterhub", "--for=condition=Ready", "certificate/jupyterhub-tls", "--timeout=60s")).ShouldContain("condition met");
    }

    [KubectlFact]
    public async Task The_hubs_release_holds_no_secret_in_its_values()
    {
        var secrets = await _kubectl.GetAsync("secrets", "--namespace", "jupyterhub", "--selector", "owner=helm,name=jupyterhub");
        var release = Release((string)secrets["items"]!.AsArray().ShouldHaveSingleItem()!["data"]!["release"]!);
        var values = release["config"].ShouldNotBeNull().ToJsonString();
        values.ShouldContain("ceph-rbd");
        foreach (var secret in Secrets.Of(served.Checkout, "onprem-rehearsal"))
            values.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_second_run_at_the_same_time_is_told_who_uses_the_rehearsal()
    {
        (await served.Checkout.RunAsync("ProvisionCluster")).ShouldFail("HUB1820").ShouldSay("runs this rehearsal", "kill ");
    }

    [Fact]
    public async Task An_existing_cluster_is_reached_by_its_kubeconfig()
    {
        (await ProvisionAsync("existing", kubeconfig => kubeconfig)).ShouldSucceed().ShouldSay("with 3 nodes answers");
    }

    [Fact]
    public async Task A_kubeconfig_that_the_server_refuses_is_told()
    {
        const string token = "not-the-token-of-this-cluster";
        var run = await ProvisionAsync("refused", kubeconfig =>
        {
            kubeconfig["users"]![0]!["user"]!["token"] = token;
            return kubeconfig;
        });
        run.ShouldFail("HUB1504").ShouldSay("ProvisionCluster: HUB1504").Output.ShouldNotContain(token);
    }

    [Fact]
    public async Task A_kubeconfig_with_another_clusters_authority_is_told()
    {
        (await ProvisionAsync("untrusted", kubeconfig =>
        {
            kubeconfig["clusters"]![0]!["cluster"]!["certificate-authority-data"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(served.AuthorityPem));
            return kubeconfig;
        })).ShouldFail("HUB1503");
    }

    [Fact]
    public async Task A_kubeconfig_whose_server_is_down_is_told()
    {
        (await ProvisionAsync("down", kubeconfig =>
        {
            kubeconfig["clusters"]![0]!["cluster"]!["server"] = "https://127.0.0.1:9";
            return kubeconfig;
        })).ShouldFail("HUB1502").ShouldSay("127.0.0.1:9");
    }

    [Fact]
    public async Task A_kubeconfig_that_does_not_exist_is_told()
    {
        served.Checkout.Write("environments/absent.yaml", "extends: onprem-example.yaml\nname: absent\ncluster: { kubeconfig: nowhere.kubeconfig }\n");
        (await served.Checkout.RunAsync("ProvisionCluster", "--hub-environment", "absent")).ShouldFail("HUB1115").ShouldSay("environments/absent.yaml:3", "nowhere.kubeconfig");
    }

    private async Task<BuildRun> ProvisionAsync(string name, Func<JsonNode, JsonNode> change)
    {
        served.Checkout.Write($"environments/{name}.kubeconfig", change(JsonNode.Parse(await File.ReadAllTextAsync(served.Kubeconfig))!).ToJsonString());
        served.Checkout.Write($"environments/{name}.yaml", $"extends: onprem-example.yaml\nname: {name}\ncluster: {{ kubeconfig: {name}.kubeconfig }}\n");
        return await served.Checkout.RunAsync("ProvisionCluster", "--hub-environment", name);
    }

    private async Task<HubBrowser> BrowseAsync()
    {
        var addresses = await _dns.ResolveAsync(DnsName.Parse(served.Hub.Host), CancellationToken.None);
        return new HubBrowser(served.Hub, served.AuthorityPem, addresses.ShouldHaveSingleItem());
    }

    // helm keeps a release as gzipped JSON in base64, in a Secret, which is base64 once more.
    private static JsonNode Release(string data)
    {
        var zipped = Convert.FromBase64String(Encoding.ASCII.GetString(Convert.FromBase64String(data)));
        using var unzipped = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        return JsonNode.Parse(unzipped)!;
    }
}
