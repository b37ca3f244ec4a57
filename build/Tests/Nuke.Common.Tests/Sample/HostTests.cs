using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Sample;

public sealed class HostTests : IDisposable
{
    private const string Escape = "\u001b";

    private readonly SampleRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_plain_terminal_gets_headers_and_no_escape_sequences()
    {
        var result = _run.Execute("Clean");

        result.Lines.ShouldContain("║ Clean");
        result.Text.ShouldContain("NUKE Execution Engine version 10.1.0 (");
        result.Text.ShouldNotContain(Escape);
    }

    [Fact]
    public void An_xterm_gets_256_colours()
    {
        var result = _run.WithVariable("TERM", "xterm-256color").Execute("Clean");

        result.Text.ShouldContain($"{Escape}[39;1m║ {Escape}[38;5;45;1mClean{Escape}[0m{Escape}[0m");
        result.Text.ShouldContain($"{Escape}[38;5;45;1mINF{Escape}[0m");
        result.Lines.ShouldContain(x => x.StartsWith($"{Escape}[32;1mClean              Succeeded", StringComparison.Ordinal));
    }

    [Fact]
    public void GitLab_gets_collapsed_sections()
    {
        var result = _run.WithVariable("GITLAB_CI", "true").Execute("Clean");

        var id = "Clean".GetMD5Hash();
        // The carriage return within a marker ends a line for whoever reads lines.
        result.Lines.ShouldContain(x => x.StartsWith($"{Escape}[0Ksection_start:", StringComparison.Ordinal) &&
                                        x.EndsWith($":{id}[collapsed=true]", StringComparison.Ordinal));
        result.Lines.ShouldContain($"{Escape}[0KClean");
        result.Lines.ShouldContain(x => x.StartsWith($"{Escape}[0Ksection_end:", StringComparison.Ordinal) &&
                                        x.EndsWith($":{id}", StringComparison.Ordinal));
        result.Text.ShouldNotContain("║ Clean");
        File.Exists(_run.Temporary / "build.log").ShouldBeFalse();
    }

    [Fact]
    public void GitHub_gets_groups_and_annotations()
    {
        var result = _run.WithVariable("GITHUB_ACTIONS", "true").Execute("AfterFail");

        result.Lines.ShouldContain("::group::Clean");
        result.Lines.ShouldContain("::endgroup::Clean");
        result.Lines.ShouldContain("::error::Target Fail has thrown an exception");
    }

    [Fact]
    public void Azure_gets_groups_and_issues()
    {
        var result = _run.WithVariable("TF_BUILD", "True").Execute("AfterFail --count many");

        result.Lines.ShouldContain("##[group]Clean");
        result.Lines.ShouldContain("##[endgroup]Clean");
        result.Lines.ShouldContain("##vso[task.logissue type=error]Target Fail has thrown an exception");
        result.Lines.ShouldContain("##vso[task.logissue type=warning]Could not inject value for Build.Count");
    }

    [Fact]
    public void A_host_can_be_asked_for_and_an_unknown_one_is_refused_without_a_stack_trace()
    {
        _run.Execute("Clean --host GitHubActions").Lines.ShouldContain("::group::Clean");

        var result = _run.Execute("Clean --host NoSuchHost");
        result.ExitCode.ShouldBe(255);
        result.Text.ShouldContain("Value 'NoSuchHost' could not be converted to 'Host'");
        result.Text.ShouldNotContain("   at ");
    }

    [Fact]
    public void A_build_can_bring_a_host_of_its_own()
    {
        var result = _run.WithVariable("SAMPLE_HOST", "1").Execute("AfterFail");

        result.Lines.ShouldContain("begin Clean");
        result.Lines.ShouldContain("end Clean");
        result.Lines.ShouldContain("error Target Fail has thrown an exception");
    }

    [Fact]
    public void Output_can_be_turned_off_piece_by_piece() =>
        _run.WithVariable("SAMPLE_BARE", "1").Execute("Clean").Lines.Skip(2).ShouldBe(["[INF] Cleaning"]);
}
