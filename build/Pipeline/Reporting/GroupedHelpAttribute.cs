using JupyterHub.Pipeline.Execution;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>
/// Shows help with the targets in their groups (<see cref="TargetGroupAttribute"/>), in place of NUKE's: when it is asked for, and when no target
/// is named and none is the default.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GroupedHelpAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized
{
    private const int WidthOfFiles = 120;

    // After parameters are injected and the schema is written, before the logo.
    public override float Priority { get; set; } = 60;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (Build.Help)
            Show(executableTargets);
    }

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (executionPlan.Count is 0)
            Show(executableTargets);
    }

    private void Show(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var width = Console.IsOutputRedirected ? WidthOfFiles : Console.WindowWidth;
        foreach (var line in HelpPage.Render(Build.GetType(), executableTargets, width))
            Console.Out.WriteLine(line);
        PipelineRun.Current.Screen?.Finish();
        // NUKE's own help ends the process the same way: an extension can't tell it that the work is done.
#pragma warning disable RS0030
        Environment.Exit(0);
#pragma warning restore RS0030
    }
}
