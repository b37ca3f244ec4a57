using System.Net;
using System.Net.Sockets;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests;

public sealed class RehearsalPlatformTests
{
    internal static RehearsalRequest Request(string directory) => new()
    {
        Name = "test",
        StateDirectory = directory,
        Zone = "hub.rehearsal.test",
        TsigKey = ("hub-key", "hmac-sha256", "cmVoZWFyc2FsLXRlc3Qta2V5LTAxMjM0NTY3ODk="),
        HubHost = "jupyter.hub.rehearsal.test",
    };

    [Fact]
    public async Task Starting_twice_in_one_process_gives_the_same_endpoints()
    {
        using var state = new TemporaryDirectory();
        await using var platform = new RehearsalPlatform();
        var first = await platform.StartAsync(Request(state), CancellationToken.None);
        var second = await platform.StartAsync(Request(state), CancellationToken.None);
        second.ShouldBe(first);
        first.NameServer!.Address.ShouldBe(IPAddress.Loopback);
        Directory.Exists(first.StandInCharts).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(first.Kubeconfig).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Ports_are_remembered_between_runs()
    {
        using var state = new TemporaryDirectory();
        PlatformEndpoints first, second;
        await using (var platform = new RehearsalPlatform())
            first = await platform.StartAsync(Request(state), CancellationToken.None);
        var kubeconfig = await File.ReadAllTextAsync(first.Kubeconfig);
        await using (var platform = new RehearsalPlatform())
            second = await platform.StartAsync(Request(state), CancellationToken.None);
        second.ShouldBe(first);
        (await File.ReadAllTextAsync(second.Kubeconfig)).ShouldBe(kubeconfig);
    }

    [Fact]
    public async Task State_that_another_holder_uses_is_refused_and_names_the_holder()
    {
        using var state = new TemporaryDirectory();
        await using var holder = new RehearsalPlatform();
        await holder.StartAsync(Request(state), CancellationToken.None);
        await using var other = new RehearsalPlatform();
        var failure = await Should.ThrowAsync<ProblemException>(() => other.StartAsync(Request(state), CancellationToken.None));
        failure.Problems[0].Code.Id.ShouldBe("HUB1820");
        failure.Problems[0].Message.ShouldContain(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_lock_of_a_process_that_is_gone_is_taken_over()
    {
        using var state = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(state, "lock.pid"), "999999\n");
        await File.WriteAllTextAsync(Path.Combine(state, "lock"), "");
        await using var platform = new RehearsalPlatform();
        await platform.StartAsync(Request(state), CancellationToken.None);
        platform.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("api", "HUB1810")]
    [InlineData("dns", "HUB1850")]
    [InlineData("https", "HUB1821")]
    public async Task A_busy_port_that_was_asked_for_is_refused_by_number(string server, string code)
    {
        using var state = new TemporaryDirectory();
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var request = server switch
        {
            "api" => Request(state) with { ApiPort = port },
            "dns" => Request(state) with { DnsPort = port },
            _ => Request(state) with { HttpsPort = port },
        };
        await using var platform = new RehearsalPlatform();
        var failure = await Should.ThrowAsync<ProblemException>(() => platform.StartAsync(request, CancellationToken.None));
        failure.Problems[0].Code.Id.ShouldBe(code);
        failure.Message.ShouldContain(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // What had started is stopped again: the same state starts with other ports.
        await platform.StartAsync(Request(state), CancellationToken.None);
    }

    [Fact]
    public async Task A_write_fails_in_the_api_servers_words_while_its_webhook_does_not_answer()
    {
        using var state = new TemporaryDirectory();
        await using var platform = new RehearsalPlatform();
        var request = Request(state);
        var client = new Installer(await platform.StartAsync(request, CancellationToken.None), request);
        await client.ApplyAsync("""
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: { name: guard }
            webhooks:
              - name: guard.example.test
                admissionReviewVersions: [v1]
                sideEffects: None
                failurePolicy: Fail
                rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps] }]
                clientConfig: { service: { name: guard, namespace: default, path: /validate } }
            """);
        var refusal = await Record.ExceptionAsync(
            () => client.ApplyAsync("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: some, namespace: default }\ndata: { a: b }"));
        refusal.ShouldNotBeNull().Message.ShouldContain("Internal error occurred: failed calling webhook");
        refusal.Message.ShouldContain("https://guard.default.svc:443/validate?timeout=10s");
        await client.ApplyAsync("apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: some, namespace: default }");
    }
}
