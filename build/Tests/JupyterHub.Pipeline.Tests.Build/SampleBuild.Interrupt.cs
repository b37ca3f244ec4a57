using CliWrap;
using JupyterHub.Pipeline.Execution;
using Nuke.Common;

public sealed partial class SampleBuild
{
    public Target Waits => _ => _
        .Description("Waits until it is interrupted")
        .Executes(async () =>
        {
            Log("waiting");
            Ready("waits");
            await Task.Delay(Timeout.Infinite, PipelineRun.Current.Cancellation);
        });

    public Target StartsProcesses => _ => _
        .Executes(async () =>
        {
            var run = PipelineRun.Current;
            await Cli.Wrap("/bin/sh")
                .WithArguments(["-c", $"sleep 1000 & echo $! >> '{PidFile}'; echo $$ >> '{PidFile}'; echo tree >> '{PidFile}'; wait"])
                .ExecuteAsync(run.Lifetime.Force, run.Cancellation);
        });

    public Target Stubborn => _ => _
        .Description("Does not heed the interrupt, and neither does its process")
        .Executes(() => Cli.Wrap("/bin/sh")
            .WithArguments(["-c", $"trap '' INT TERM; echo $$ >> '{PidFile}'; echo stubborn >> '{PidFile}'; while :; do sleep 1000; done"])
            .ExecuteAsync().Task.GetAwaiter().GetResult());

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

    private void Ready(string name)
    {
        if (PidFile is not null)
            File.AppendAllText(PidFile, name + "\n");
    }
}
