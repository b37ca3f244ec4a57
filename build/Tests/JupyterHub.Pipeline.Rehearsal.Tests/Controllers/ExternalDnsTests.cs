using System.Net;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Dns;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

public sealed class ExternalDnsTests : IAsyncLifetime
{
    private const string Secret = "cmVoZWFyc2FsLXRlc3Qta2V5LTAxMjM0NTY3ODk=";

    private static readonly DnsName Name = DnsName.Parse("shop.example.test");

    private readonly TemporaryDirectory _state = new();
    private readonly RunningCluster _cluster = new();
    private readonly TsigKey _key = TsigKey.Parse("hub-key", "hmac-sha256", Secret);
    private RehearsalDnsServer _server = null!;
    private DnsClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await RehearsalDnsServer.StartAsync(
            new RehearsalDnsOptions
            {
                StateDirectory = _state,
                Zones = [new RehearsalZone(DnsName.Parse("example.test")) { Grants = [new UpdateGrant(_key.Name)], TransferKeys = [_key.Name] }],
                Keys = [_key],
            },
            CancellationToken.None);
        _client = new DnsClient(_server.EndPoint, new Door(DoorName.Dns));
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _server.DisposeAsync();
        _state.Dispose();
    }

    [Fact]
    public async Task An_ingress_with_a_target_gets_an_address_and_a_note_of_its_owner_and_loses_both_with_it()
    {
        var pod = Start();
        _cluster.Apply(WithTarget("10.0.0.80"));
        await _cluster.Until(Resources.Pods, "external-dns", pod, each => Conditions.IsTrue(each, "Ready"));
        await _cluster.Settle();
        (await AddressesAsync()).ShouldBe([IPAddress.Parse("10.0.0.80")]);
        var note = await _client.LookupAsync(DnsName.Parse("extdns-a-shop.example.test"), RecordType.TXT, CancellationToken.None);
        ((TextData)note.ShouldHaveSingleItem()).Value.ShouldBe("heritage=external-dns,external-dns/owner=one,external-dns/resource=ingress/shop/site");

        _cluster.Apply(WithTarget("10.0.0.81"));
        await _cluster.Settle();
        (await AddressesAsync()).ShouldBe([IPAddress.Parse("10.0.0.81")]);

        _cluster.Cluster.Delete(new ObjectKey(Resources.Ingresses, "shop", "site"));
        await _cluster.Settle();
        (await AddressesAsync()).ShouldBeEmpty();
        (await _client.LookupAsync(DnsName.Parse("extdns-a-shop.example.test"), RecordType.TXT, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_ingress_without_a_target_gets_no_record()
    {
        Start();
        _cluster.Apply(Platform.Ingress);
        await _cluster.Settle();
        (await AddressesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_wrong_key_there_are_no_records_and_an_event_says_why()
    {
        var pod = Start(secret: "d3JvbmctdHNpZy1rZXktMDEyMzQ1Njc4OWFiY2RlZg==");
        _cluster.Apply(WithTarget("10.0.0.80"));
        var said = await _cluster.UntilEvent("external-dns", pod, "rejects the signature of the key 'hub-key'");
        said.Text("type").ShouldBe("Warning");
        (await AddressesAsync()).ShouldBeEmpty();
        _cluster.Log.ShouldContain("AXFR error");
        _cluster.Log.ShouldNotContain("d3JvbmctdHNpZy1rZXk");
        Conditions.IsTrue(_cluster.Cluster.Get(Resources.Pods, "external-dns", pod), "Ready").ShouldBeTrue("its health stays green, as the real one's does");
    }

    [Fact]
    public async Task A_record_that_someone_else_made_is_never_touched()
    {
        await _client.UpdateAsync(
            new DnsUpdate(DnsName.Parse("example.test")).Add(Name, TimeSpan.FromMinutes(5), new AddressData(IPAddress.Parse("10.9.9.9"))), _key, CancellationToken.None);
        Start();
        _cluster.Apply(WithTarget("10.0.0.80"));
        await _cluster.Settle();
        (await AddressesAsync()).ShouldBe([IPAddress.Parse("10.9.9.9")]);
    }

    [Fact]
    public async Task Without_a_transfer_nothing_is_ever_deleted()
    {
        Start(transfers: false);
        _cluster.Apply(WithTarget("10.0.0.80"));
        await _cluster.Settle();
        (await AddressesAsync()).ShouldNotBeEmpty();
        _cluster.Cluster.Delete(new ObjectKey(Resources.Ingresses, "shop", "site"));
        await _cluster.Settle();
        (await AddressesAsync()).ShouldNotBeEmpty();
    }

    private static string WithTarget(string target) => Platform.Ingress.Replace(
        "annotations: { ", $"annotations: {"{"} external-dns.alpha.kubernetes.io/target: {target}, ", StringComparison.Ordinal);

    private Task<IReadOnlyList<IPAddress>> AddressesAsync() => _client.ResolveAsync(Name, CancellationToken.None);

    private string Start(string secret = Secret, bool transfers = true)
    {
        _cluster.Apply($$"""
            apiVersion: v1
            kind: Secret
            metadata: { name: tsig, namespace: external-dns }
            stringData: { keyname: hub-key, secret: {{secret}} }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: writer, namespace: external-dns }
            spec:
              containers:
                - name: external-dns
                  image: registry.k8s.io/external-dns/external-dns:v0.21.0
                  env:
                    - { name: EXTERNAL_DNS_RFC2136_TSIG_KEYNAME, valueFrom: { secretKeyRef: { name: tsig, key: keyname } } }
                    - { name: EXTERNAL_DNS_RFC2136_TSIG_SECRET, valueFrom: { secretKeyRef: { name: tsig, key: secret } } }
                  args:
                    - --provider=rfc2136
                    - --source=ingress
                    - --policy=sync
                    - --txt-owner-id=one
                    - --txt-prefix=extdns-
                    - --domain-filter=example.test
                    - --interval=1h
                    - --rfc2136-host={{_server.EndPoint.Address}}
                    - --rfc2136-port={{_server.EndPoint.Port}}
                    - --rfc2136-zone=example.test
                    - --rfc2136-tsig-secret-alg=hmac-sha256
                    - --rfc2136-min-ttl=60s
                    {{(transfers ? "- --rfc2136-tsig-axfr" : "")}}
            """);
        return "writer";
    }
}
