using CliWrap;
using JupyterHub.Pipeline.Execution;
using Nuke.Common;

public sealed partial class SampleBuild
{
    public Target Waits => _ => _
        .Description("Waits until it is interrupted")
        .Executes(async () =>
        {
            TargetProgress.Report("waiting for an interrupt");
            Log("ready");
            await Task.Delay(Timeout.Infinite, PipelineRun.Current.Cancellation);
        });

    public Target AfterWaiting => _ => _
        .DependsOn(Waits)
        .Executes(() => Log("must not run"));

    public Target CleanUpAfterWaiting => _ => _
        .DependsOn(Waits)
        .AssuredAfterFailure()
        .Executes(async () =>
        {
            await Task.Delay(1, PipelineRun.Current.Cancellation);
            Log("cleaned up after the interrupt");
        });

    public Target StartsProcesses => _ => _
        .Description("Starts a process that starts a process")
        .Executes(async () =>
        {
            var run = PipelineRun.Current;
            await Shell("sleep 1000 & echo pid $!; echo pid $$; echo ready; wait").ExecuteAsync(run.Lifetime.Force, run.Cancellation);
        });

    public Target Stubborn => _ => _
        .Description("Heeds no interrupt, and neither does its process")
        .Executes(() => Shell("trap '' INT TERM HUP; echo pid $$; echo ready; while :; do sleep 1000; done").ExecuteAsync().Task.GetAwaiter().GetResult());

    private static Command Shell(string script) => Cli.Wrap("/bin/sh").WithArguments(["-c", script]).WithStandardOutputPipe(PipeTarget.ToDelegate(Log));
}
