namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class InterruptTests : IDisposable
{
    private readonly SampleProcess _build = new();

    public void Dispose() => _build.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task An_interrupt_stops_what_runs_starts_nothing_more_and_lets_assured_targets_clean_up(string signal, int exitCode)
    {
        await _build.RunAsync("AfterWaiting CleanUpAfterWaiting", onLine: (line, id) => line.EndsWith("] ready") ? SampleProcess.Signal(signal, id) : Task.CompletedTask);
        _build.ExitCode.ShouldBe(exitCode, _build.Output);
        _build.Output.ShouldContain($"HUB1907 The run was interrupted by SIG{signal}");
        _build.Output.ShouldContain("cause: stopped: Waits; not started: AfterWaiting");
        _build.Output.ShouldContain("Run the same command again");
        _build.Output.ShouldContain("cleaned up after the interrupt");
        _build.Output.ShouldNotContain("must not run");
        _build.Output.ShouldNotContain("[ERR]");
        _build.Lines.ShouldNotContain(line => line.TrimStart().StartsWith("at "));
        _build.Lines.Count(line => line.StartsWith("Total ")).ShouldBe(1, "the summary is printed once");
    }

    [Fact]
    public async Task No_process_of_a_tree_outlives_an_interrupt()
    {
        await _build.RunAsync("StartsProcesses", onLine: (line, id) => line.EndsWith("] ready") ? SampleProcess.Signal("INT", id) : Task.CompletedTask);
        _build.ExitCode.ShouldBe(130, _build.Output);
        _build.ProcessIds.Count.ShouldBe(2);
        _build.ProcessIds.Where(SampleProcess.IsAlive).ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_that_does_not_heed_the_interrupt_is_ended_by_force()
    {
        await _build.RunAsync("Stubborn", onLine: (line, id) => line.EndsWith("] ready") ? SampleProcess.Signal("TERM", id) : Task.CompletedTask);
        _build.ExitCode.ShouldBe(143, _build.Output);
        _build.ProcessIds.ShouldHaveSingleItem();
        _build.ProcessIds.Where(SampleProcess.IsAlive).ShouldBeEmpty();
        _build.Output.ShouldContain("stopped: Stubborn");
    }

    [Fact]
    public async Task A_second_interrupt_ends_it_at_once()
    {
        await _build.RunAsync("Stubborn", onLine: (line, id) =>
            line.EndsWith("] ready") || line.Contains("Stopping because of SIGINT") ? SampleProcess.Signal("INT", id) : Task.CompletedTask);
        _build.ExitCode.ShouldBe(130, _build.Output);
        _build.ProcessIds.Where(SampleProcess.IsAlive).ShouldBeEmpty();
        _build.Output.ShouldNotContain("Total", customMessage: "it did not wait for the end of the run");
    }
}
