using System.ComponentModel;
using System.Diagnostics;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Shows the plan as a page in the browser for <c>--plan</c>.</summary>
internal sealed class HandlePlanRequestsAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Plan)
            return;

        var file = Build.TemporaryDirectory / "execution-plan.html";
        file.WriteAllText(ExecutionPlanPage.Render(executableTargets));
        Open(file);
        throw new ExitRequestedException(exitCode: 0);
    }

    /// <summary>Opens the page where somebody may see it; where nothing can open it, its path has to do.</summary>
    private static void Open(AbsolutePath file)
    {
        try
        {
#pragma warning disable RS0030 // CliWrap cannot ask the desktop to open a file.
            using var process = Process.Start(new ProcessStartInfo(file) { UseShellExecute = true });
#pragma warning restore RS0030
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            Host.Information($"Execution plan: {file}");
        }
    }
}
