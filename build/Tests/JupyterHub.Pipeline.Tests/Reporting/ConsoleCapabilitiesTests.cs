using JupyterHub.Pipeline.Reporting;

namespace JupyterHub.Pipeline.Tests.Reporting;

public sealed class ConsoleCapabilitiesTests
{
    [Theory]
    [InlineData("TERM=xterm-256color", false, true, true)]
    [InlineData("TERM=screen-256color", false, true, true)]
    [InlineData("TERM=dumb", false, false, false)]
    [InlineData("", false, false, false)]
    [InlineData("WT_SESSION=1", false, true, true)]
    [InlineData("TERM=xterm NO_COLOR=1", false, false, true)]
    [InlineData("TERM=xterm NO_COLOR=1 FORCE_COLOR=1", false, false, true)]
    [InlineData("TERM=xterm", true, false, false)]
    [InlineData("TERM=xterm FORCE_COLOR=1", true, true, false)]
    [InlineData("TERM=xterm FORCE_COLOR=0", true, false, false)]
    [InlineData("TERM=xterm CI=true", false, true, false)]
    [InlineData("CI=true", true, false, false)]
    [InlineData("TERM=xterm CI=false", false, true, true)]
    [InlineData("GITHUB_ACTIONS=true", true, true, false)]
    [InlineData("GITLAB_CI=true NO_COLOR=1", true, false, false)]
    [InlineData("JENKINS_URL=http://ci", true, false, false)]
    public void Colours_and_live_lines_follow_the_environment(string environment, bool redirected, bool color, bool live)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        ConsoleCapabilities.Detect(variables.GetValueOrDefault, redirected).ShouldBe(new ConsoleCapabilities(color, live));
    }
}
