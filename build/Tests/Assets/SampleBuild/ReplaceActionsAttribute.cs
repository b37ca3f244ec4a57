using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

/// <summary>An extension as builds write them, with public members only: with <c>--wrap</c> every planned action becomes one that awaits.</summary>
public sealed class ReplaceActionsAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnTargetSucceeded
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!EnvironmentInfo.HasArgument("wrap"))
            return;

        foreach (var target in executionPlan.Where(x => x.Actions.Count > 0))
        {
            var actions = target.Actions.ToList();
            target.Actions.Clear();
            target.Actions.Add(() => Task.Run(() => actions.ForEach(x => x.Invoke())).GetAwaiter().GetResult());
        }

        Log.Information("Wrapped {Targets}", string.Join(", ", executionPlan.Select(x => x.Name)));
    }

    public void OnTargetSucceeded(ExecutableTarget target)
    {
        if (EnvironmentInfo.HasArgument("wrap"))
            Log.Information("Observed {Target} {Status}", target.Name, target.Status);
    }
}
