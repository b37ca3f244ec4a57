using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Charts;
using JupyterHub.Pipeline.Rehearsal.Tests.Controllers;
using JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests;

/// <summary>Real helm installs the whole platform, in the order of production, and the hub answers.</summary>
public sealed class PlatformInstallationTests
{
    private const string Host = "jupyter.hub.rehearsal.test";

    [HelmFact]
    public async Task Helm_installs_every_chart_and_waits_until_the_hub_answers_and_again_without_a_change()
    {
        using var state = new TemporaryDirectory();
        await using var platform = new RehearsalPlatform();
        var request = RehearsalPlatformTests.Request(state);
        var endpoints = await platform.StartAsync(request, CancellationToken.None);
        var helm = new Installer(endpoints, request);
        await helm.PlatformAsync();

        var name = DnsName.Parse(Host);
        var client = new DnsClient(endpoints.NameServer!, new Door(DoorName.Dns));
        await platform.Running(state).Controllers.IdleAsync(CancellationToken.None);
        (await client.ResolveAsync(name, CancellationToken.None)).ShouldBe([IPAddress.Loopback]);
        var note = await client.LookupAsync(DnsName.Parse("extdns-a-" + Host), RecordType.TXT, CancellationToken.None);
        ((TextData)note.ShouldHaveSingleItem()).Value.ShouldBe("heritage=external-dns,external-dns/owner=test,external-dns/resource=ingress/jupyterhub/jupyterhub");

        using var http = await BrowserAsync(helm, endpoints);
        (await http.GetAsync($"https://{Host}/hub/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetStringAsync($"https://{Host}/hub/api")).ShouldBe("{\"version\":\"5.5.0\"}");
        (await http.GetAsync($"https://{Host}/")).Headers.Location!.ToString().ShouldBe("/hub/");
        var login = await http.GetStringAsync($"https://{Host}/hub/login");
        login.ShouldContain("Rehearsed notebooks");
        var forgery = login.Split("name=\"_xsrf\" value=\"")[1].Split('"')[0];
        (await LoginAsync(http, forgery, "wrong")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var welcome = await LoginAsync(http, forgery, "sesame");
        welcome.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        welcome.Headers.Location!.ToString().ShouldBe("/hub/home");

        await http.GetAsync($"https://{Host}/hub/spawn");
        await platform.Running(state).Controllers.IdleAsync(CancellationToken.None);
        (await http.GetAsync($"https://{Host}/user/ada/lab")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var claim = await helm.KubectlAsync("get", "pvc", "claim-ada", "-n", "jupyterhub", "-o", "jsonpath={.status.phase} {.spec.storageClassName}");
        if (claim is not null)
            claim.ShouldBe("Bound ceph-rbd");

        if (PublishedSchema.Folder is not null)
            CustomResourcesAreAsPublished(platform.Running(state).Store);

        (await helm.LogAsync()).ShouldNotContain("Exception");
        var version = platform.Running(state).Store.ResourceVersion;
        await platform.DisposeAsync();
        await using var again = new RehearsalPlatform();
        (await again.StartAsync(request, CancellationToken.None)).ShouldBe(endpoints);
        await again.Running(state).Controllers.IdleAsync(CancellationToken.None);
        again.Running(state).Store.ResourceVersion.ShouldBe(version);
        using var later = await BrowserAsync(helm, endpoints);
        (await later.GetAsync($"https://{Host}/hub/health")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await helm.UninstallAsync("jupyterhub", "jupyterhub", succeeds: true);
        await again.Running(state).Controllers.IdleAsync(CancellationToken.None);
        (await client.ResolveAsync(name, CancellationToken.None)).ShouldBeEmpty();
        // Longhorn keeps people's data unless they say that they mean it.
        await helm.UninstallAsync("longhorn", "longhorn-system", succeeds: false);
    }

    private static void CustomResourcesAreAsPublished(ClusterStore store)
    {
        foreach (var type in store.Types.All.Where(type => type.IsCustom))
        {
            foreach (var document in store.List(type))
                PublishedSchema.Violations(type.GroupResource, document).ShouldBeEmpty($"{type.Kind} {document.Text("metadata", "name")}");
        }
    }

    private static async Task<HttpResponseMessage> LoginAsync(HttpClient http, string forgery, string password) => await http.PostAsync(
        $"https://{Host}/hub/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["_xsrf"] = forgery, ["username"] = "ada", ["password"] = password }));

    /// <summary>A client that trusts the cluster's authority only, and finds the host at the ingress.</summary>
    private static async Task<HttpClient> BrowserAsync(Installer helm, PlatformEndpoints endpoints)
    {
        var authority = X509Certificate2.CreateFromPem(await helm.AuthorityAsync());
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, endpoints.HttpsPort, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        return new HttpClient(handler);
    }
}
