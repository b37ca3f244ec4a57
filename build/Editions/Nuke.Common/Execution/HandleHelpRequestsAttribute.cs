namespace Nuke.Common.Execution;

/// <summary>Shows targets and parameters for <c>--help</c>, and when there is nothing to execute.</summary>
internal sealed class HandleHelpRequestsAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Help && executionPlan.Count > 0)
            return;

        Host.Debug(HelpText.Targets(Build));
        Host.Debug(HelpText.Parameters(Build));
        throw new ExitRequestedException(exitCode: 0);
    }
}
