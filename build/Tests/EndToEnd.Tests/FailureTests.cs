using System.Text.Json.Nodes;
using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>What a failure stops and what it leaves alone, and that the run after it converges.</summary>
public sealed class FailureTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private static readonly string[] Independent =
        ["InstallCertManager", "CreateIssuers", "ImportRookCeph", "InstallIngress", "ConfigureBind9", "InstallExternalDns"];

    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task A_failed_target_stops_only_what_needs_it_and_a_rerun_does_the_rest()
    {
        using var checkout = await Checkout.OpenAsync();
        var template = checkout.Read("helm-values/longhorn.yaml");
        checkout.Write("helm-values/longhorn.yaml", "a: {{ storage.longhorn.replica }}\n");
        var run = (await checkout.RunAsync("DeployOnPrem")).ShouldFail("HUB1303");
        run.Targets["InstallLonghorn"].ShouldBe("Failed");
        Independent.ShouldAllBe(target => run.Targets[target] == "Succeeded", run.Output);
        new[] { "DeployJupyterHub", "VerifyHub", "DeployOnPrem" }.ShouldAllBe(target => run.Targets[target] == "NotRun", run.Output);
        run.Lines.Count(line => line.EndsWith("// InstallLonghorn failed")).ShouldBe(3, run.Output);
        var errors = run.Lines.SkipWhile(line => line != "║ Errors & Warnings").Where(line => line.StartsWith("[ERR]")).ToList();
        errors.ShouldHaveSingleItem().ShouldStartWith("[ERR] InstallLonghorn: HUB1303 helm-values/longhorn.yaml:1:");

        checkout.Write("helm-values/longhorn.yaml", template);
        var again = (await checkout.RunAsync("DeployOnPrem")).ShouldSucceed();
        again.Targets.Values.ShouldAllBe(state => state == "Succeeded");
        again.Lines.Count(line => line.Contains("is up to date")).ShouldBe(6, again.Output);
        again.Lines.Count(line => line.Contains(" Installed release ")).ShouldBe(2, again.Output);
    }

    [Fact]
    public async Task A_wrong_Ceph_key_is_told_by_the_object_that_waits_and_a_corrected_one_converges()
    {
        var export = JsonNode.Parse(_checkout.Read("environments/rehearsal/ceph-export.json"))!.AsArray();
        var right = export.ToJsonString();
        var creds = export.Single(entry => (string?)entry!["name"] == "rook-ceph-operator-creds")!["data"]!;
        var key = Convert.FromBase64String((string)creds["userKey"]!);
        key[^1] ^= 1;
        var wrong = Convert.ToBase64String(key);
        creds["userKey"] = wrong;
        _checkout.Write("environments/ceph.json", export.ToJsonString());
        _checkout.Rehearsal("wrong-key", "storage: { ceph: { export: ceph.json } }\ntimeouts: { ready: 5s }\n");

        string[] import = ["ImportRookCeph", "--hub-environment", "wrong-key"];
        var run = (await _checkout.RunAsync(import)).ShouldFail("HUB1508");
        run.ShouldSay("CephCluster rook-ceph/rook-ceph", "Connecting");
        run.Lines.ShouldContain(line => line.Contains("cause: status.phase Connecting") && line.Contains("failed to configure external ceph cluster"), run.Output);
        run.Lines.ShouldContain(line => line.Contains("next:  kubectl --kubeconfig '/") && line.EndsWith("-n rook-ceph describe cephcluster rook-ceph"), run.Output);
        run.Targets["ImportRookCeph"].ShouldBe("Failed");
        _checkout.ShouldNotShow(run, [wrong]);

        _checkout.Write("environments/ceph.json", right);
        _checkout.Rehearsal("wrong-key", "storage: { ceph: { export: ceph.json } }\n");
        (await _checkout.RunAsync(import)).ShouldSucceed().Lines.ShouldContain(line => line.Contains("Changed Secret rook-ceph/"));
    }

    [Theory]
    [InlineData("apiPort")]
    [InlineData("dnsPort")]
    [InlineData("httpsPort")]
    public async Task A_port_that_is_taken_is_told_with_the_setting_that_chooses_another(string setting)
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        _checkout.Rehearsal("busy-" + setting.ToLowerInvariant(), $"cluster: {{ rehearsal: {{ {setting}: {port} }} }}\n");
        var run = await _checkout.RunAsync("ProvisionCluster", "--hub-environment", "busy-" + setting.ToLowerInvariant());
        run.ShouldFail(setting switch { "apiPort" => "HUB1810", "dnsPort" => "HUB1850", _ => "HUB1821" }).ShouldSay($"{port}", $"cluster.rehearsal.{setting}");
    }
}
