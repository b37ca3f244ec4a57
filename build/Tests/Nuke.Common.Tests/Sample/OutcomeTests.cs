namespace Nuke.Common.Tests.Sample;

public sealed class OutcomeTests : IDisposable
{
    private readonly SampleRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_green_build_exits_with_0_and_shows_targets_durations_and_facts()
    {
        var result = _run.Execute("Greet --name you --no-logo");

        result.ExitCode.ShouldBe(0);
        result.Text.ShouldContain("Target             Status      Duration");
        result.Lines.ShouldContain(x => x.StartsWith("CompileSample      Succeeded  ", StringComparison.Ordinal));
        result.Lines.ShouldContain(x => x.StartsWith("Greet              Succeeded  ", StringComparison.Ordinal) && x.EndsWith("   // Greeted: you", StringComparison.Ordinal));
        result.Lines.ShouldContain(x => x.StartsWith("Build succeeded on ", StringComparison.Ordinal) && x.EndsWith("＼（＾ᴗ＾）／", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failed_target_ends_the_build_with_minus_1_after_assured_targets_have_run()
    {
        var result = _run.Execute("AfterFail");

        result.ExitCode.ShouldBe(255);
        result.Summary.ShouldBe(["Clean Succeeded", "Fail Failed", "TidyUp Succeeded", "AfterFail NotRun"], ignoreOrder: true);
        result.Text.ShouldContain("// InvalidOperationException: It broke");
        result.Text.ShouldContain("[ERR] Fail: Target Fail has thrown an exception");
        result.Lines.ShouldContain(x => x.StartsWith("Build failed on ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_that_lets_proceed_fails_the_build_but_its_dependents_run()
    {
        var result = _run.Execute("AfterProceeding");

        result.ExitCode.ShouldBe(255);
        result.Summary.ShouldBe(["Proceeding Failed", "AfterProceeding Succeeded"]);
    }

    [Fact]
    public void A_target_can_set_the_exit_code() => _run.Execute("WithCode").ExitCode.ShouldBe(7);

    [Fact]
    public void A_target_without_actions_is_left_out_of_the_summary() =>
        _run.Execute("Umbrella").Summary.ShouldBe(["Clean Succeeded", "CompileSample Succeeded", "Greet Succeeded"], ignoreOrder: true);

    [Fact]
    public void A_context_is_set_up_before_and_cleaned_up_after_its_target() =>
        _run.Execute("InContext").Messages.ShouldBe(["Set up", "In context", "Cleaned up"]);

    [Fact]
    public void An_unknown_target_lists_those_there_are()
    {
        var result = _run.Execute("Gret");

        result.ExitCode.ShouldBe(255);
        result.Text.ShouldContain("Target with name 'Gret' does not exist. Available targets are:");
        result.Lines.ShouldContain("  - Greet");
    }

    [Fact]
    public void Targets_are_named_without_case_and_dashes_in_any_order_or_joined_by_plus()
    {
        _run.Execute("compile-sample CLEAN").Messages.ShouldBe(["Cleaning", "Compiling plain"]);
        _run.Execute("--target clean+compile-sample").Messages.ShouldBe(["Cleaning", "Compiling plain"]);
    }

    [Fact]
    public void A_static_condition_that_does_not_hold_skips_the_target_and_says_why()
    {
        var result = _run.Execute("Conditional");

        result.Summary.ShouldBe(["Clean Skipped", "Conditional Skipped"]);
        result.Text.ShouldContain("// OnlyWhen: Flag");
        result.Text.ShouldContain("// Skipped: because of Conditional");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Skip_without_names_leaves_the_invoked_targets_only()
    {
        var result = _run.Execute("Greet --skip");

        result.Summary.ShouldBe(["CompileSample Skipped", "Greet Succeeded"]);
        result.Text.ShouldContain("// Skipped: via parameter");
    }

    [Fact]
    public void Skip_without_names_skips_default_targets_too() =>
        _run.Execute("--skip").Summary.ShouldBe(["CompileSample Skipped", "Greet Skipped"]);

    [Fact]
    public void Continue_skips_what_succeeded_in_the_same_invocation_before()
    {
        _run.Execute("AfterFail").ExitCode.ShouldBe(255);

        var result = _run.Execute("AfterFail --continue");

        result.Summary.ShouldContain("Clean Skipped");
        result.Summary.ShouldContain("Fail Failed");
    }

    [Fact]
    public void Continue_starts_over_when_other_targets_are_invoked()
    {
        _run.Execute("AfterFail");

        var result = _run.Execute("Clean --continue");

        result.Text.ShouldContain("Build invocation changed. Restarting ...");
        result.Summary.ShouldBe(["Clean Succeeded"]);
    }

    [Fact]
    public void An_extension_can_replace_the_actions_of_every_planned_target()
    {
        var result = _run.Execute("Greet --wrap");

        result.Messages.ShouldBe([
            "Wrapped CompileSample, Greet",
            "Compiling plain",
            "Observed CompileSample Succeeded",
            "Hello nobody",
            "Observed Greet Succeeded"
        ]);
    }

    [Fact]
    public void Minimal_verbosity_hides_information_from_the_console_but_not_from_the_log_file()
    {
        var result = _run.Execute("Clean --verbosity minimal");

        result.Text.ShouldNotContain("Cleaning");
        File.ReadAllText(_run.Temporary / "build.log").ShouldContain("| I | Clean                | Cleaning");
    }

    [Fact]
    public void Only_the_last_log_files_are_kept()
    {
        for (var day = 10; day < 20; day++)
            _run.WithFile($".nuke/temp/build.2020-01-{day}_00-00-00.log", "old");

        _run.Execute("Clean");

        Directory.GetFiles(_run.Temporary, "build.2020-*.log").Select(Path.GetFileName).Order().First().ShouldBe("build.2020-01-15_00-00-00.log");
    }

    [Fact]
    public void An_interrupted_build_runs_assured_targets_and_shows_its_summary()
    {
        var result = _run.Interrupt("WaitForever AfterFail", "Waiting");

        result.ExitCode.ShouldNotBe(0);
        result.Messages.ShouldContain("Tidied up");
        result.Summary.ShouldContain("WaitForever Aborted");
        result.Summary.ShouldContain("TidyUp Succeeded");
        result.Lines.Count(x => x.StartsWith("Build failed on ", StringComparison.Ordinal)).ShouldBe(1);
    }
}
