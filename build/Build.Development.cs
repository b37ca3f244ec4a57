using CliWrap;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

// The targets by which this repository builds, tests and packs itself.
public sealed partial class Build : ICompile, ITest, IPack
{
    [Parameter("Benchmark measures a clean clone's first deployment, too")]
    public bool Clean { get; private set; }

    [TargetGroup("Development", Order = 9)]
    public Target Benchmark => _ => _
        .Description("Measures start-up, deployments and memory; prints medians and ratios")
        // A block: NUKE's Executes(Func<T>) would take the expression's task for a result, and not wait for it.
        .Executes(async () =>
        {
            await Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet")
                .WithArguments(["run", "--project", RootDirectory / "build" / "Benchmarks", "-c", "Release", "--", RootDirectory, .. Clean ? ["--clean"] : Array.Empty<string>()])
                .WithStandardOutputPipe(PipeTarget.ToStream(Console.OpenStandardOutput()))
                .WithStandardErrorPipe(PipeTarget.ToStream(Console.OpenStandardError()))
                .ExecuteAsync(PipelineRun.Current.Lifetime.Force, PipelineRun.Current.Cancellation);
        });

    IEnumerable<Project> ITest.TestProjects => From<IHazSolution>().Solution.AllProjects.Where(x => x.Name.EndsWith(".Tests", StringComparison.Ordinal));

    Configure<DotNetPackSettings> IPack.PackSettings => _ => _;

    private T From<T>() where T : INukeBuild => (T)(object)this;
}
