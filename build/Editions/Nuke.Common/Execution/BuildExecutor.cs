using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the plan, one target after another.</summary>
internal static class BuildExecutor
{
    /// <param name="build">The build with its plan.</param>
    /// <param name="skippedTargets">Names of targets to skip; empty for all that were not invoked, null for none.</param>
    /// <exception cref="TargetExecutionException">A target failed that does not let the build proceed.</exception>
    public static void Execute(NukeBuild build, IReadOnlyCollection<string> skippedTargets)
    {
        if (skippedTargets is not null)
        {
            var names = skippedTargets.Select(x => x.Replace("-", string.Empty)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            build.ExecutionPlan
                .Where(x => names.Count == 0 || names.Contains(x.Name))
                .ForEach(x => TargetSkipping.MarkSkipped(build, x, reason: "via parameter"));
        }

        build.ExecutionPlan.ForEach(x => TargetSkipping.IsSkippedBy(build, x, x.StaticConditions));

        RequirementService.ValidateRequirements(build, build.ScheduledTargets);
        var attempt = BuildAttempt.Begin(build);

        BuildManager.CancellationHandler += ExecuteAssuredTargets;
        try
        {
            build.ExecutionPlan.ForEach(x => Execute(build, x, attempt));
        }
        catch
        {
            ExecuteAssuredTargets();
            throw;
        }
        finally
        {
            BuildManager.CancellationHandler -= ExecuteAssuredTargets;
        }

        void ExecuteAssuredTargets() => build.ExecutionPlan
            .Where(x => x.AssuredAfterFailure && x.Status == ExecutionStatus.Scheduled)
            .ForEach(x => Execute(build, x, attempt, afterFailure: true));
    }

    private static void Execute(NukeBuild build, ExecutableTarget target, BuildAttempt attempt, bool afterFailure = false)
    {
        if (target.Status == ExecutionStatus.Skipped ||
            attempt.HasSucceeded(target) ||
            TargetSkipping.IsSkippedBy(build, target, target.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.ExecuteExtension<IOnTargetSkipped>(nameof(IOnTargetSkipped.OnTargetSkipped), x => x.OnTargetSkipped(target));
            return;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        using (Logging.SetTarget(target.Name))
        using (build.WriteTarget(target.Name))
        {
            target.Stopwatch.Start();
            target.Status = ExecutionStatus.Running;
            build.ExecuteExtension<IOnTargetRunning>(nameof(IOnTargetRunning.OnTargetRunning), x => x.OnTargetRunning(target));
            try
            {
                target.Actions.ForEach(x => x.Invoke());

                target.Stopwatch.Stop();
                target.Status = ExecutionStatus.Succeeded;
                build.ExecuteExtension<IOnTargetSucceeded>(nameof(IOnTargetSucceeded.OnTargetSucceeded), x => x.OnTargetSucceeded(target));
                attempt.Record(target);
            }
            catch (Exception exception)
            {
                Fail(build, target, exception.Unwrap());
                if (!target.ProceedAfterFailure && !afterFailure)
                    throw new TargetExecutionException(target.Name, exception.Unwrap());
            }
        }
    }

    private static void Fail(NukeBuild build, ExecutableTarget target, Exception exception)
    {
        if (target.SummaryInformation.Count == 0)
        {
            build.ReportSummary(target, x => x.AddPair(exception.GetType().Name, exception.Message.SplitLineBreaks()[0]));
        }

        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);

        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Failed;
        build.ExecuteExtension<IOnTargetFailed>(nameof(IOnTargetFailed.OnTargetFailed), x => x.OnTargetFailed(target));
    }
}
