using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class ParallelTargetsTests : IDisposable
{
    private readonly SampleProcess _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Independent_targets_overlap_and_their_output_does_not()
    {
        await _build.RunAsync("All");
        _build.ExitCode.ShouldBe(0, _build.Output);
        Texts("Left").ShouldBe(["left 1", "left 2", "left 3, past the log"]);
        Texts("Right").ShouldBe(["right 1", "right 2"]);
        Texts("Meet").ShouldBe(["met"]);
        Row("Left").ShouldContain("// Side: left");
        Row("Right").ShouldContain("// Side: right");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_much_targets_say_at_once_nothing_is_lost_or_mixed(bool terminal)
    {
        await (terminal ? _build.RunOnTerminalAsync("Chatter", new Dictionary<string, string?>()) : _build.RunAsync("Chatter"));
        _build.Output.ShouldContain("Build succeeded on");
        var said = Regex.Matches(Regex.Replace(_build.Output, @"\e\[[0-9;?]*[A-Za-z]", ""), "([a-z]+) says [0-9]+").Select(match => match.Groups[1].Value).ToList();
        said.Count.ShouldBe(4 * 1500);
        said.Where((name, index) => index > 0 && name != said[index - 1]).Count().ShouldBe(3, "each target speaks in one piece");
    }

    [Fact]
    public async Task One_by_one_they_keep_the_order_of_the_plan()
    {
        await _build.RunAsync("Meet --parallelism 1");
        _build.ExitCode.ShouldBe(0, _build.Output);
        var plan = _build.Lines.Where(line => line.Contains("Succeeded ")).Select(line => line.Split(' ')[0]).ToList();
        plan.Count.ShouldBe(3);
        var log = _build.Read(".nuke/temp/build.log");
        var expected = plan.SelectMany(target => target == "Meet" ? ["met"] : new[] { $"{target.ToLowerInvariant()} 1", $"{target.ToLowerInvariant()} 2" }).Select(text => log.IndexOf(text, StringComparison.Ordinal)).ToList();
        expected.ShouldBe(expected.Order());
    }

    [Fact]
    public async Task A_dynamic_condition_skips_a_target_and_what_it_triggers()
    {
        await _build.RunAsync("All");
        Row("Never").ShouldContain("Skipped");
        Row("Never").ShouldContain("// OnlyWhen: Count == 42");
        Row("NeverTriggered").ShouldContain("// Skipped: because of Never");

        await _build.RunAsync("All --count 42");
        Texts("Never").ShouldBe(["never"]);
        Texts("NeverTriggered").ShouldBe(["never triggered"]);
    }

    [Fact]
    public async Task Skipped_targets_do_not_run()
    {
        await _build.RunAsync("Meet --skip Left Right");
        _build.ExitCode.ShouldBe(0, _build.Output);
        Row("Left").ShouldContain("// Skipped: via parameter");
        Texts("Meet").ShouldBe(["met"]);
        await _build.RunAsync("Meet --skip");
        _build.ExitCode.ShouldBe(0, _build.Output);
        Row("Right").ShouldContain("Skipped");
    }

    [Fact]
    public async Task A_failure_stops_its_dependents_only_and_comes_first()
    {
        await _build.RunAsync("Failure");
        _build.ExitCode.ShouldBe(255);
        Row("Dependent").ShouldContain("NotRun");
        Row("Dependent").ShouldEndWith("// Fails failed");
        Row("AfterIndependent").ShouldContain("Succeeded");
        Row("Fails").ShouldContain("// HUB0001: the first thing is broken (and 1 more)");
        Row("FailsLater").ShouldContain("// InvalidOperationException: nobody thought of this");
        Texts("AfterIndependent").ShouldBe(["after independent"]);
        Texts("CleanUp").ShouldBe(["cleaned up"]);
        _build.Block("Errors & Warnings")[0].ShouldBe("[ERR] Fails: HUB0001 environments/x.yaml:3:5: the first thing is broken");
        _build.Output.ShouldNotContain("must not run");
        _build.Output.ShouldContain("Build failed on");

        await _build.RunAsync("Failure --continue");
        Row("AfterIndependent").ShouldContain("Skipped");
        Row("Fails").ShouldContain("Failed");
    }

    [Fact]
    public async Task A_problem_has_no_stack_trace_and_a_mistake_has_it_at_the_end()
    {
        await _build.RunAsync("Failure");
        Texts("Fails").ShouldBe(
        [
            "about to fail",
            "HUB0001 environments/x.yaml:3:5: the first thing is broken", "  cause: it fell", "  next:  mend it",
            "HUB0001 the second thing is broken", "  next:  mend it",
        ]);
        _build.Output.ShouldNotContain("has thrown an exception");
        var frames = _build.Lines.Where(line => line.TrimStart().StartsWith("at ")).ToList();
        frames.ShouldHaveSingleItem().ShouldContain("get_FailsLater");
        _build.Lines.ToList().IndexOf(frames[0]).ShouldBeGreaterThan(_build.Lines.ToList().FindIndex(line => line.StartsWith("Total ")));
        _build.Read(".nuke/temp/build.log").ShouldContain("at SampleBuild.<get_Fails>");
    }

    [Theory]
    [InlineData("FirstCause")]
    [InlineData("FirstCauseReversed")]
    public async Task The_first_cause_is_shown_first_whichever_target_was_on_show(string target)
    {
        await _build.RunAsync(target);
        var lines = _build.Lines.ToList();
        lines.FindIndex(line => line.Contains("[ERR] HUB0001")).ShouldBeLessThan(lines.FindIndex(line => line.Contains("[ERR] InvalidOperationException")));
        _build.Block("Errors & Warnings")[0].ShouldStartWith("[ERR] Fails: HUB0001");
    }

    [Fact]
    public async Task A_target_that_proceeds_after_failure_fails_the_build_but_not_its_dependents()
    {
        await _build.RunAsync("AfterProceeds");
        _build.ExitCode.ShouldBe(255);
        Texts("AfterProceeds").ShouldBe(["proceeded"]);
    }

    [Fact]
    public async Task A_secret_is_in_no_output_and_in_no_log()
    {
        const string secret = "Tr0ub4dor&3";
        await _build.RunAsync("Leaks", new Dictionary<string, string?> { ["TOKEN"] = secret });
        _build.ExitCode.ShouldBe(255);
        _build.Output.ShouldContain("token is [redacted]");
        _build.Output.ShouldContain("past the log is [redacted]");
        _build.Output.ShouldNotContain(secret);
        var logs = Directory.GetFiles(Path.Combine(_build.Root, ".nuke", "temp"), "*.log");
        logs.ShouldNotBeEmpty();
        foreach (var log in logs)
            File.ReadAllText(log).ShouldNotContain(secret);
        _build.Read(".nuke/temp/build.log").ShouldContain("inner [redacted]");
    }

    private string Row(string target) => _build.Lines.Single(line => line.StartsWith(target.PadRight(19)) && !line.Contains('█'));

    // Without timestamps and levels.
    private List<string> Texts(string target) => [.. _build.Block(target).Select(line => line.IndexOf("] ", StringComparison.Ordinal) is var end and > 0 && char.IsDigit(line[0]) ? line[(end + 2)..] : line)];
}
