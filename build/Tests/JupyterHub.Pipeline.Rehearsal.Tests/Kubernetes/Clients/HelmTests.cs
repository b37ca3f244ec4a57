namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Clients;

public sealed class HelmTests : IAsyncLifetime
{
    private RunningApi _api = null!;
    private string _chart = null!;

    public async Task InitializeAsync()
    {
        _api = await RunningApi.StartAsync();
        _api.CompleteWorkloads();
        _chart = SmallChart.Write(_api.Directory);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [ToolFact]
    public async Task A_chart_with_definitions_hooks_and_waiting_installs_upgrades_rolls_back_and_uninstalls()
    {
        await Succeeds("install", "demo", _chart, "-n", "demo", "--create-namespace", "--wait", "--timeout", "60s");
        (await Get("configmap/demo", "{.data.color}")).ShouldBe("blue");
        (await Get("secret/demo", "{.data.token}")).ShouldBe("YWJj");
        (await Get("gadget/demo", "{.spec.size}")).ShouldBe("3");
        (await Get("gadget/demo", "{.spec.shape}")).ShouldBe("round");

        await Succeeds("upgrade", "demo", _chart, "-n", "demo", "--set", "color=red", "--wait", "--timeout", "60s");
        (await Get("configmap/demo", "{.data.color}")).ShouldBe("red");

        await Succeeds("rollback", "demo", "1", "-n", "demo", "--wait", "--timeout", "60s");
        (await Get("configmap/demo", "{.data.color}")).ShouldBe("blue");

        (await Succeeds("list", "-A", "-o", "json")).ShouldContain("\"revision\":\"3\"");
        (await Succeeds("status", "demo", "-n", "demo")).ShouldContain("STATUS: deployed");
        (await Succeeds("history", "demo", "-n", "demo")).ShouldContain("Rollback to 1");
        (await Succeeds("get", "manifest", "demo", "-n", "demo")).ShouldContain("kind: Gadget");

        await Succeeds("uninstall", "demo", "-n", "demo", "--wait", "--timeout", "60s");
        (await _api.KubectlAsync("get", "all,configmaps,secrets,gadgets", "-n", "demo", "-o", "name")).StandardOutput.ShouldBe("");
    }

    [ToolFact]
    public async Task A_release_that_never_becomes_ready_fails_and_says_what_it_waited_for()
    {
        var result = await _api.HelmAsync(
            "install", "demo", _chart, "-n", "demo", "--create-namespace", "--wait", "--timeout", "2s", "--set", "kind=StatefulSet");

        result.ExitCode.ShouldNotBe(0);
        result.StandardError.ShouldContain("StatefulSet/demo/demo");
    }

    [ToolFact]
    public async Task A_field_that_the_kind_does_not_have_fails_the_install()
    {
        var result = await _api.HelmAsync("install", "demo", _chart, "-n", "demo", "--create-namespace", "--set", "extra=replica");

        result.ExitCode.ShouldNotBe(0);
        result.StandardError.ShouldContain("spec.replica");
    }

    private async Task<string> Succeeds(params string[] arguments)
    {
        var result = await _api.HelmAsync(arguments);
        result.ExitCode.ShouldBe(0, result.StandardError);
        return result.StandardOutput;
    }

    private async Task<string> Get(string what, string path)
    {
        var result = await _api.KubectlAsync("get", what, "-n", "demo", "-o", $"jsonpath={path}");
        result.ExitCode.ShouldBe(0, result.StandardError);
        return result.StandardOutput;
    }
}
