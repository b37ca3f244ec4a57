using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;

public sealed partial class SampleBuild
{
    private readonly ManualResetEventSlim _left = new();
    private readonly ManualResetEventSlim _right = new();

    private bool OneByOne => ((IHazParallelism)this).Parallelism is 1;

    [TargetGroup("Overlap", Order = 1)]
    public Target Left => _ => _
        .Description("Starts when Right has started")
        .Executes(async () =>
        {
            Log("left 1");
            await Task.Run(() => Rendezvous(_left, _right));
            Log("left 2");
            await Console.Out.WriteLineAsync("left 3, past the log");
            ReportSummary(summary => summary.AddPair("Side", "left"));
        });

    [TargetGroup("Overlap", Order = 1)]
    public Target Right => _ => _
        .Description("Starts when Left has started")
        .Executes(() =>
        {
            Log("right 1");
            Rendezvous(_right, _left);
            Log("right 2");
            ReportSummary(summary => summary.AddPair("Side", "right"));
        });

    [TargetGroup("Overlap", Order = 1)]
    public Target Meet => _ => _
        .Description("Needs both")
        .DependsOn(Left, Right)
        .Executes(() =>
        {
            Log("met");
            PipelineRun.Current.Summary = new DeploymentSummary(new Uri("https://hub.example.org/")) { AuthorityFile = "ca.crt", LogIn = ["any name"], Writes = 3 };
        });

    [TargetGroup("Overlap", Order = 1)]
    public Target Never => _ => _
        .Description("Is skipped by a condition")
        .DependsOn(Left)
        .Triggers(NeverTriggered)
        .OnlyWhenDynamic(() => Count == 42)
        .Executes(() => Log("never"));

    public Target NeverTriggered => _ => _
        .Unlisted()
        .Executes(() => Log("never triggered"));

    [TargetGroup("Overlap", Order = 1)]
    public Target All => _ => _
        .Description("Gathers")
        .DependsOn(Meet, Never);

    private void Rendezvous(ManualResetEventSlim mine, ManualResetEventSlim theirs)
    {
        mine.Set();
        if (!OneByOne && !theirs.Wait(Patience))
            throw new TimeoutException("the other target never started");
    }
}
