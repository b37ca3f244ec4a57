using System.Runtime.InteropServices;
using JupyterHub.Pipeline.Execution;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class RunLifetimeTests
{
    [Theory]
    [InlineData(PosixSignal.SIGHUP, 129)]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void The_first_interrupt_asks_to_stop_and_the_second_forces(PosixSignal signal, int exitCode)
    {
        using var lifetime = new RunLifetime(TimeProvider.System);
        var heard = new List<string>();
        lifetime.Interrupted += interrupt => heard.Add($"{interrupt} {lifetime.Stop.IsCancellationRequested}");
        lifetime.Abandoned += interrupt => heard.Add($"{interrupt} {lifetime.Force.IsCancellationRequested}");
        lifetime.ExitCode.ShouldBeNull();

        lifetime.Interrupt(signal);
        (lifetime.Stop.IsCancellationRequested, lifetime.Force.IsCancellationRequested, lifetime.ExitCode).ShouldBe((true, false, exitCode));
        lifetime.Interrupt(PosixSignal.SIGINT);
        lifetime.Force.IsCancellationRequested.ShouldBeTrue();
        lifetime.ExitCode.ShouldBe(exitCode);
        heard.ShouldBe([$"{signal} False", "SIGINT True"]);
    }

    [Fact]
    public void When_the_grace_period_is_over_it_is_stopped_by_force()
    {
        var time = new ManualTime();
        using var lifetime = new RunLifetime(time);
        lifetime.Interrupt(PosixSignal.SIGTERM);
        time.Advance(RunLifetime.Grace - TimeSpan.FromMilliseconds(1));
        lifetime.Force.IsCancellationRequested.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));
        lifetime.Force.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_is_known_to_the_flow_that_began_it_and_to_no_other()
    {
        var run = PipelineRun.Begin(new PipelineRun());
        await Task.Run(() => PipelineRun.Current.ShouldBeSameAs(run));
        Doors.Current.ShouldBeSameAs(run.Doors);
        Task foreign;
        using (ExecutionContext.SuppressFlow())
            foreign = Task.Run(() => PipelineRun.Current.ShouldNotBeSameAs(run));
        await foreign;
    }
}
