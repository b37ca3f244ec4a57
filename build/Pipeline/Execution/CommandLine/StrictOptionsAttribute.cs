using JupyterHub.Pipeline.Problems;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Refuses, before anything runs, what NUKE would pass over: unknown options, unknown targets, and values on the command line, in the
/// environment or in a parameters file that are not what their parameter takes. All of them at once.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StrictOptionsAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    // After the console is in place, and before NUKE injects the values.
    public override float Priority { get; set; } = 160;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (PipelineRun.Current.IsCommandLineChecked || StrictCommandLine.AsksForHelp)
            return;
        if (StrictCommandLine.Check(Build.GetType()) is { Count: > 0 } problems)
            throw new ProblemException(problems);
    }
}
