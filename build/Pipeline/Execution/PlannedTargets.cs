using Nuke.Common;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Translates NUKE's planned targets into the scheduler's nodes.</summary>
internal static class PlannedTargets
{
    /// <summary>The targets in plan order, as they stand when the first of them is about to run: what is skipped by then stays skipped.</summary>
    /// <param name="work">The original conditions and actions of each target.</param>
    /// <param name="done">Targets that a continued run has behind it.</param>
    /// <param name="wrap">Puts a target's work into its surroundings.</param>
    public static IReadOnlyList<TargetNode> ToNodes(
        IReadOnlyList<ExecutableTarget> plan,
        IReadOnlyDictionary<ExecutableTarget, TargetWork> work,
        IReadOnlySet<string> done,
        Func<ExecutableTarget, Action, Action<CancellationToken>> wrap)
    {
        var planned = plan.ToHashSet();
        return [.. plan.Select(target => new TargetNode(target.Name)
        {
            Needs = Names(target.AllDependencies),
            Pulls = Names(target.ExecutionDependencies.Concat(target.Triggers)),
            Conditions = [.. work[target].Conditions.Select(condition => (condition.Text, InScope(target, condition.Holds)))],
            Body = work[target].Actions is { Count: > 0 } actions ? wrap(target, () => actions.ToList().ForEach(action => action())) : null,
            Skipped = target.Status is ExecutionStatus.Skipped || done.Contains(target.Name),
            Invoked = target.Invoked,
            KeepsPulls = target.DependencyBehavior is DependencyBehavior.Execute,
            ProceedsAfterFailure = target.ProceedAfterFailure,
        })];

        IReadOnlyList<string> Names(IEnumerable<ExecutableTarget> targets) => [.. targets.Where(planned.Contains).Select(target => target.Name).Distinct()];
    }

    private static Func<bool> InScope(ExecutableTarget target, Func<bool> holds) => () =>
    {
        TargetScope.Enter(target.Name);
        return holds();
    };
}
