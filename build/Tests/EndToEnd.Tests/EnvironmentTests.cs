using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

public sealed class EnvironmentTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task Malformed_YAML_is_refused_with_its_place()
    {
        (await ValidateAsync("malformed", "hub: { title: [unclosed\n")).ShouldFail("HUB1004").ShouldSay("HUB1004 environments/malformed.yaml:");
    }

    [Fact]
    public async Task All_problems_of_a_file_are_told_at_once_each_with_its_place()
    {
        const string yaml = """
            hub:
              titel: Notebooks
            storage:
              longhorn: { replicas: many }
              ceph: { export: [a, list] }
            dns: { bind9: { port: 70000 } }

            """;
        var run = (await ValidateAsync("several", yaml)).ShouldFail("HUB1010");
        run.ShouldSay(
            "HUB1010 environments/several.yaml:4:3: hub.titel is unknown; did you mean 'title'?",
            "HUB1011 environments/several.yaml:6:25: storage.longhorn.replicas",
            "HUB1011 environments/several.yaml:7:19: storage.ceph.export",
            "environments/several.yaml:8:23: dns.bind9.port");
        run.Targets["ValidateEnvironment"].ShouldBe("Failed");
    }

    [Fact]
    public async Task An_environment_that_does_not_exist_is_told_with_the_nearest_and_nothing_else_starts()
    {
        var run = (await _checkout.RunAsync("DeployOnPrem", "--hub-environment", "onprem-rehersal")).ShouldFail("HUB1001");
        run.ShouldSay("'onprem-rehersal'; did you mean 'onprem-rehearsal'?");
        run.Targets["ValidateEnvironment"].ShouldBe("Failed");
        run.Targets.Where(target => target.Key != "ValidateEnvironment").ShouldAllBe(target => target.Value == "NotRun");
    }

    [Fact]
    public async Task A_Ceph_export_that_does_not_exist_is_told_before_anything_starts()
    {
        _checkout.Rehearsal("no-export", "storage: { ceph: { export: nowhere.json } }\n");
        var run = (await _checkout.RunAsync("DeployOnPrem", "--hub-environment", "no-export")).ShouldFail("HUB1115");
        run.ShouldSay("environments/no-export.yaml:3:28: storage.ceph.export", "nowhere.json, which does not exist");
        run.Targets["ProvisionCluster"].ShouldBe("NotRun");
        Directory.Exists(_checkout.Path(".nuke/temp/rehearsal/no-export")).ShouldBeFalse();
    }

    [Fact]
    public async Task One_several_and_all_environments_are_validated()
    {
        (await _checkout.RunAsync("ValidateEnvironment", "--hub-environment", "onprem-example")).ShouldSucceed().Lines
            .Count(line => line.Contains(" is valid: ")).ShouldBe(1);
        (await _checkout.RunAsync("ValidateEnvironment", "--hub-environment", "onprem-*")).ShouldSucceed()
            .ShouldSay("onprem-example is valid: ", "onprem-rehearsal is valid: ");
    }

    [Fact]
    public async Task Without_a_name_every_environment_is_validated()
    {
        using var checkout = await Checkout.OpenAsync();
        (await checkout.RunAsync("ValidateEnvironment")).ShouldSucceed().Lines.Count(line => line.Contains(" is valid: ")).ShouldBe(2);
        checkout.Rehearsal("broken", "hub: 1\n");
        (await checkout.RunAsync("ValidateEnvironment")).ShouldFail("HUB1011").ShouldSay("environments/broken.yaml:3:6: hub");
    }

    [Fact]
    public async Task An_environment_of_another_platform_is_refused_before_anything_starts()
    {
        _checkout.Rehearsal("elsewhere", "platform: eks\n");
        var run = (await _checkout.RunAsync("DeployOnPrem", "--hub-environment", "elsewhere")).ShouldFail("HUB1802");
        run.ShouldSay("elsewhere", "environments/elsewhere.yaml:3");
        run.Targets["InstallLonghorn"].ShouldBe("NotRun");
        Directory.Exists(_checkout.Path(".nuke/temp/rehearsal/elsewhere/api")).ShouldBeFalse();
    }

    private Task<BuildRun> ValidateAsync(string name, string yaml) =>
        _checkout.RunAsync("ValidateEnvironment", "--hub-environment", _checkout.Rehearsal(name, yaml));
}
