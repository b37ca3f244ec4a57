using JupyterHub.Pipeline.Components;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Rehearsal;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

[ParallelTargets]
[StrictOptions]
[GroupedHelp]
[PipelineOutput]
public sealed partial class Build : NukeBuild, IHazParallelism, IDeployOnPrem, IStartRehearsal, IRender, IGenerateReference
{
    private Deployment? _deployment;

    public static int Main()
    {
        var started = TimeProvider.System.GetUtcNow().UtcDateTime;
        var code = PipelineProgram.Run<Build>(() => Execute<Build>());
        ReportTestCounts(started);
        return code;
    }

    public Deployment Deployment => LazyInitializer.EnsureInitialized(ref _deployment, () => new Deployment(this, new RehearsalPlatform()));

    protected override void OnBuildFinished() => _deployment?.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
