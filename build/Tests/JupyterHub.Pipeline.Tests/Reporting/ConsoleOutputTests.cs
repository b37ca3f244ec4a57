using JupyterHub.Pipeline.Tests.Execution;

namespace JupyterHub.Pipeline.Tests.Reporting;

public sealed class ConsoleOutputTests : IDisposable
{
    private readonly SampleProcess _build = new();

    public void Dispose() => _build.Dispose();

    [Theory]
    [InlineData("TERM=xterm", false)]
    [InlineData("TERM=dumb", false)]
    [InlineData("TERM=xterm FORCE_COLOR=1", true)]
    [InlineData("TERM=xterm FORCE_COLOR=1 NO_COLOR=1", false)]
    [InlineData("TERM=xterm GITHUB_ACTIONS=true NO_COLOR=1", false)]
    public async Task Into_a_pipe_go_colours_only_where_they_are_asked_for(string environment, bool colors)
    {
        await _build.RunAsync("Meet", environment.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => (string?)pair[1]));
        _build.ExitCode.ShouldBe(0, _build.Output);
        _build.Output.Contains('\e').ShouldBe(colors, _build.Output);
    }

    [Theory]
    [InlineData("TERM=xterm", true, true)]
    [InlineData("TERM=screen", true, true)]
    [InlineData("TERM=xterm NO_COLOR=1", true, false)]
    [InlineData("TERM=screen NO_COLOR=1", true, false)]
    [InlineData("TERM=xterm CI=true", false, true)]
    [InlineData("TERM=dumb", false, false)]
    public async Task A_terminal_gets_live_lines_and_colours_as_it_can_show_them(string environment, bool live, bool colors)
    {
        await _build.RunOnTerminalAsync("Meet", environment.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => (string?)pair[1]));
        _build.Output.ShouldContain("Build succeeded on", customMessage: "script of util-linux gives the build a terminal: apt-get install util-linux");
        _build.Output.Contains("\e[J").ShouldBe(live, _build.Output);
        System.Text.RegularExpressions.Regex.IsMatch(_build.Output, @"\e\[[0-9;]*m").ShouldBe(colors, _build.Output);
    }

    [Fact]
    public async Task A_finished_deployment_ends_with_its_summary()
    {
        await _build.RunAsync("Meet");
        _build.Lines.Where(line => line.Length > 0).TakeLast(4).ShouldBe(
        [
            "  JupyterHub  https://hub.example.org/",
            "  authority   ca.crt",
            "  log in      any name",
            "  changes     3 writes",
        ]);
    }

    [Fact]
    public async Task Help_lists_targets_in_groups_a_line_each()
    {
        await _build.RunAsync("--help");
        _build.ExitCode.ShouldBe(0);
        _build.Lines.ShouldContain("Overlap");
        _build.Lines.ShouldContain("  Meet (default)       Needs both");
        _build.Lines.ShouldNotContain(line => line.Contains("NeverTriggered"), "it is not listed");
        _build.Lines.ShouldContain(line => line.StartsWith("  --parallelism  How many targets run at once"));
        _build.Lines.Count(line => line.Contains("--verbosity")).ShouldBe(1, "NUKE's own help is not shown as well");
        _build.Lines.ToList().FindIndex(line => line == "Overlap").ShouldBeLessThan(_build.Lines.ToList().FindIndex(line => line == "Targets"));
    }
}
