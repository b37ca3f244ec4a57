using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

public sealed class ChartTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task A_charts_directory_that_does_not_exist_is_told()
    {
        (await _checkout.RunAsync("InstallIngress", "--hub-environment", _checkout.Rehearsal("no-charts"), "--charts-directory", "/nowhere/charts"))
            .ShouldFail("HUB1403").ShouldSay("/nowhere/charts", "traefik");
    }

    [Fact]
    public async Task A_chart_that_the_directory_lacks_is_told_with_what_was_looked_for()
    {
        Directory.CreateDirectory(_checkout.Path("environments/charts/longhorn"));
        _checkout.Rehearsal("one-chart", "charts: { directory: charts }\n");
        (await _checkout.RunAsync("InstallIngress", "--hub-environment", "one-chart")).ShouldFail("HUB1403").ShouldSay("There is no chart traefik ", "looked for traefik-");
    }

    [Fact]
    public async Task Values_that_the_charts_schema_refuses_are_told_before_helm_runs()
    {
        using var checkout = await Checkout.OpenAsync();
        checkout.Write("helm-values/traefik.yaml", "ports: 17\n");
        var run = (await checkout.RunAsync("InstallIngress")).ShouldFail("HUB1311").ShouldSay("helm-values/traefik.yaml", "ports");
        run.Targets["InstallIngress"].ShouldBe("Failed");
        run.Output.ShouldNotContain("helm installs");
    }

    [Fact]
    public async Task A_helm_that_is_missing_and_cannot_be_fetched_is_told()
    {
        using var checkout = await Checkout.OpenAsync();
        Directory.Delete(checkout.Tools);
        var run = (await checkout.RunAsync(["InstallIngress"], new Dictionary<string, string?>
        {
            ["PATH"] = checkout.ToolPath(),
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
            ["https_proxy"] = "http://127.0.0.1:9",
        })).ShouldFail("HUB1401");
        run.ShouldSay("HELM_EXE", "the release site: ", "npm: ");
        run.Targets["InstallIngress"].ShouldBe("Failed");
        Directory.EnumerateFiles(checkout.Tools).ShouldBeEmpty("nothing half-fetched stays");
    }
}
