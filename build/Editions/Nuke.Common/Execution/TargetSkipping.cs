using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Decides on skipping targets, and with them what only they need.</summary>
internal static class TargetSkipping
{
    /// <summary>Evaluates all conditions and skips the target when any is false.</summary>
    /// <exception cref="TargetExecutionException">A condition threw.</exception>
    public static bool IsSkippedBy(NukeBuild build, ExecutableTarget target, IEnumerable<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate.Invoke()).Select(x => TextOf(x.Text)).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = violated.Join(" && ");
                MarkSkipped(build, target);
            }
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            Log.Error(exception, "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }

        return target.OnlyWhen is not null;
    }

    /// <summary>
    /// Skips a scheduled target unless it was invoked, and, unless it says otherwise, its dependencies and triggers that no other
    /// scheduled target has.
    /// </summary>
    public static void MarkSkipped(NukeBuild build, ExecutableTarget target, string reason = null)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            if (target.Skipped is null)
                target.Skipped = reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        target.ExecutionDependencies.Concat<ExecutableTarget>(target.Triggers)
            .Where(x => !IsNeededByAnother(x))
            .ToList()
            .ForEach(x => MarkSkipped(build, x, $"because of {target.Name}"));

        bool IsNeededByAnother(ExecutableTarget other) => build.ExecutionPlan
            .Where(x => x != target && x.Status == ExecutionStatus.Scheduled)
            .Any(x => x.ExecutionDependencies.Contains(other) || x.Triggers.Contains(other));
    }

    /// <summary>A condition's expression without the lambda around it.</summary>
    private static string TextOf(string condition) =>
        condition.TrimStart('(').Trim().TrimStart(')').Trim().TrimStart('=').Trim().TrimStart('>').Trim();
}
