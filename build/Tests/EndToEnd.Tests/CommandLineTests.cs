using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

public sealed class CommandLineTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task Help_lists_the_targets_in_groups_with_a_line_each()
    {
        var run = (await _checkout.RunAsync("--help")).ShouldSucceed();
        var lines = run.Lines.ToList();
        string[] groups = ["Deployment", "Environments and rehearsal", "Steps of a deployment", "Development", "Options", "Options of NUKE"];
        groups.Select(group => lines.IndexOf(group)).ShouldBe(groups.Select(group => lines.IndexOf(group)).Order(), run.Output);
        lines.IndexOf(groups[0]).ShouldBeGreaterThan(0, run.Output);
        var own = lines[(lines.IndexOf("Deployment") + 1)..lines.IndexOf("Development")].Where(line => line.StartsWith("  ")).ToList();
        own.Count.ShouldBe(14, "what a deployment consists of");
        own.ShouldAllBe(line => line.TrimStart().Contains("  "), "each has a description");
        own.ShouldContain(line => line.TrimStart().StartsWith("DeployOnPrem "));
        lines.ShouldContain(line => line.TrimStart().StartsWith("--hub-environment "));
    }

    [Fact]
    public async Task The_plan_is_a_page_and_nothing_runs()
    {
        // A browser that shows the page to nobody.
        var run = (await _checkout.RunAsync(["DeployOnPrem", "--plan"], new Dictionary<string, string?> { ["BROWSER"] = "true" })).ShouldSucceed();
        var page = _checkout.Read(".nuke/temp/execution-plan.html");
        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("InstallLonghorn");
        page.ShouldContain("DeployOnPrem");
        run.Targets.ShouldBeEmpty();
        Directory.Exists(_checkout.Path(".nuke/temp/rehearsal/onprem-rehearsal")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("HUB1903", "'DeployOnPrm'; did you mean 'DeployOnPrem'?", "DeployOnPrm")]
    [InlineData("HUB1901", "'--hub-enviroment'; did you mean '--hub-environment'?", "DeployOnPrem", "--hub-enviroment", "x")]
    [InlineData("HUB1902", "'many' is not a whole number", "DeployOnPrem", "--parallelism", "many")]
    public async Task What_does_not_exist_is_refused_before_anything_runs(string code, string said, params string[] arguments)
    {
        var run = (await _checkout.RunAsync(arguments)).ShouldFail(code).ShouldSay(said);
        run.Targets.ShouldBeEmpty();
        Directory.Exists(_checkout.Path(".nuke/temp/rehearsal/onprem-rehearsal")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_build_server_gets_plain_lines()
    {
        var run = (await _checkout.RunAsync(["ValidateEnvironment"], new Dictionary<string, string?> { ["CI"] = "true" })).ShouldSucceed();
        run.Output.ShouldContain("onprem-rehearsal is valid");
        run.Output.ShouldNotContain("\u001b");
    }

    [TerminalFact]
    public async Task A_terminal_has_colours_unless_they_are_not_wanted()
    {
        const string color = "\u001b[";
        (await OnTerminalAsync(noColor: null)).ShouldContain(color);
        (await OnTerminalAsync(noColor: "1")).ShouldNotMatch(@"\u001b\[[0-9;]*m");
    }

    private async Task<string> OnTerminalAsync(string? noColor)
    {
        var variables = new Dictionary<string, string?> { ["NO_COLOR"] = noColor, ["TERM"] = "xterm" };
        var run = await BuildProcess.Start("script", ["-qec", "./build.sh ValidateEnvironment", "/dev/null"], _checkout.Root, variables).Completion;
        run.ShouldSucceed().ShouldSay("Build succeeded");
        return run.Output;
    }
}
