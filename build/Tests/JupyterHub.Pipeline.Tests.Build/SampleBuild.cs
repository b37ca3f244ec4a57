using System.ComponentModel;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

/// <summary>The build that the end-to-end tests of parallel execution start as a process.</summary>
[ParallelTargets]
[PipelineOutput]
[StrictOptions]
[GroupedHelp]
public sealed partial class SampleBuild : NukeBuild, IHazParallelism
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static int Main() => PipelineProgram.Run<SampleBuild>(() => Execute<SampleBuild>(x => x.Meet));

    [Parameter("A number")]
    public readonly int? Count;

    [Parameter("A secret"), Secret]
    public readonly string? Token;

    private static void Log(string text) => Serilog.Log.Information("{Text:l}", text);
}
