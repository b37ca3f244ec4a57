using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Stands between NUKE's executor and the scheduler. The executor still walks through the plan, prints headers and keeps states, but each
/// target's action only shows what the target, started long since, has to say, and waits for its end.
/// </summary>
internal sealed class ParallelExecution
{
    private readonly INukeBuild _build;
    private readonly PipelineRun _run;
    private readonly RunConsole _console;
    private readonly int? _parallelism;
    private readonly IReadOnlyList<ExecutableTarget> _targets;
    private readonly Dictionary<ExecutableTarget, TargetWork> _work;
    private readonly ConcurrentDictionary<string, bool> _shown = new(StringComparer.Ordinal);
    private readonly LivePlan _plan;
    private TargetScheduler? _scheduler;
    private LiveProgress? _progress;
    private bool _abandoned;

    public ParallelExecution(NukeBuild build, PipelineRun run, RunConsole console, IReadOnlyCollection<ExecutableTarget> plan, int? parallelism)
    {
        (_build, _run, _console, _parallelism) = (build, run, console, parallelism);
        _targets = [.. plan];
        _work = _targets.ToDictionary(target => target, target => new TargetWork([.. target.DynamicConditions], [.. target.Actions]));
        _plan = new LivePlan(_targets);
        foreach (var target in _targets)
            TakeOver(target);
        build.ExecutionPlan = _plan;
    }

    /// <summary>The scheduler; null before the first target.</summary>
    public TargetScheduler? Scheduler => _scheduler;

    public IReadOnlyList<ExecutableTarget> Targets => _targets;

    /// <summary>
    /// NUKE has reported a failure and is about to give up. First everything that does not depend on the failed target is brought to its end.
    /// </summary>
    public void OnFailed(ExecutableTarget target)
    {
        if (_scheduler?[target.Name] is not { } run)
            return;
        Settle(target, run);
        if (_abandoned)
            return;
        if (target.ProceedAfterFailure && !_run.Lifetime.Stop.IsCancellationRequested)
        {
            Advance(target);
            return;
        }
        _abandoned = true;
        while (AwaitNext() is { } next)
            ShowOutsideOfNuke(next);
        SettleSkipped();
    }

    /// <summary>Nothing runs any more, or nothing that could be waited for.</summary>
    public void Finish()
    {
        _progress?.Dispose();
        _console.Output.Hide();
        _console.Output.Release();
    }

    private void TakeOver(ExecutableTarget target)
    {
        var work = _work[target];
        if (work.Actions.Count > 0)
        {
            target.Actions.Clear();
            target.Actions.Add(() => Await(target));
        }
        target.DynamicConditions.Clear();
        target.DynamicConditions.AddRange(work.Conditions.Select(condition => (condition.Text, (Func<bool>)(() => Holds(target, condition)))));
    }

    private TargetScheduler Start()
    {
        if (_scheduler is not null)
            return _scheduler;
        var nodes = PlannedTargets.ToNodes(_targets, _work, AttemptFile.Succeeded(_build), Wrap);
        var scheduler = new TargetScheduler(nodes, _parallelism, _run.Time, _run.Lifetime.Stop);
        var byName = _targets.ToDictionary(target => target.Name);
        _progress = new LiveProgress(scheduler, _console.Screen, _run.Time, status => Log.Information("{Status:l}", status), _run.Lifetime.Stop);
        scheduler.Starting += run => byName[run.Node.Name].Status = ExecutionStatus.Running;
        scheduler.Finished += run =>
        {
            byName[run.Node.Name].Status = StatusOf(run);
            TargetScope.Leave();
            if (run.State is TargetState.Failed && !_shown.ContainsKey(run.Node.Name))
                Log.Information("{Target:l} has failed, its output follows", run.Node.Name);
        };
        _scheduler = scheduler;
        scheduler.Start();
        return scheduler;
    }

    private Action<CancellationToken> Wrap(ExecutableTarget target, Action work) => cancellation =>
    {
        TargetScope.Enter(target.Name);
        PipelineRun.Narrow(cancellation);
        using (TargetProgress.Receive(status => _progress?.Report(target.Name, status)))
            work();
    };

    // Called by NUKE, between the target's header and the next one.
    private void Await(ExecutableTarget target)
    {
        var scheduler = Start();
        var run = scheduler[target.Name];
        if (_abandoned)
            RunAssured(scheduler, run);
        Show(run);
        if (run.State is TargetState.Failed && !_abandoned)
            ShowEarlierFailures(run);
        if (run.Exception is { } exception)
            ExceptionDispatchInfo.Throw(exception);
        if (run.State is not TargetState.Succeeded)
            throw new OperationCanceledException("The run was interrupted");
        if (!_abandoned)
            Advance(target);
    }

    private void Advance(ExecutableTarget current)
    {
        if (AwaitNext() is { } next)
            _plan.PutNext(current, _targets[next.Index]);
        SettleSkipped();
    }

    // The first cause comes first, although it is another target that was on show when it came up.
    private void ShowEarlierFailures(TargetRun run)
    {
        var earlier = _scheduler!.Runs
            .Where(other => other.State is TargetState.Failed && other.EndOrder < run.EndOrder && !_shown.ContainsKey(other.Node.Name))
            .OrderBy(other => other.EndOrder)
            .ToList();
        earlier.ForEach(ShowOutsideOfNuke);
        if (earlier.Count > 0)
            _console.WriteBlock(run.Node.Name);
    }

    private void RunAssured(TargetScheduler scheduler, TargetRun run)
    {
        _console.Output.Show(run.Node.Name);
        var assured = Task.Factory.StartNew(() => scheduler.RunAssured(run, _run.Lifetime.Force), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Wait(assured);
    }

    // Called by NUKE for a target whose conditions it is about to ask.
    private bool Holds(ExecutableTarget target, (string Text, Func<bool> Holds) condition)
    {
        var run = Start()[target.Name];
        Wait(run.Decided);
        if (run.State is TargetState.NotRun)
            return condition.Holds();
        if (run is { State: TargetState.Failed, Node.Body: null, Exception: { } exception })
            ExceptionDispatchInfo.Throw(exception);
        return !run.ViolatedConditions.Contains(condition.Text);
    }

    private void Show(TargetRun run)
    {
        _shown[run.Node.Name] = true;
        _console.Output.Show(run.Node.Name);
        Wait(run.Ended);
        _console.Output.Hide();
        _progress?.Told(run.Node.Name);
    }

    private void ShowOutsideOfNuke(TargetRun run)
    {
        var target = _targets[run.Index];
        using (Logging.SetTarget(target.Name))
        using (_console.WriteBlock(target.Name))
        {
            Show(run);
            if (run.Exception is { } exception)
                Log.Error(exception, ProblemSink.TargetFailedTemplate, target.Name);
        }
        Settle(target, run);
        if (run.State is TargetState.Succeeded)
            AttemptFile.Record(_build, target.Name);
    }

    // The next target that has something to show: the first failure before all, then what has ended, then what still runs.
    private TargetRun? AwaitNext()
    {
        var scheduler = Start();
        while (true)
        {
            var undecided = scheduler.Runs.Where(run => !run.Decided.IsCompleted).Select(run => run.Decided).ToList();
            var candidates = scheduler.Runs.Where(HasSomethingToShow).ToList();
            if (candidates.Count > 0)
                return candidates.OrderBy(run => run.State is TargetState.Failed ? 0 : run.HasEnded ? 1 : 2).ThenBy(run => run.HasEnded ? run.EndOrder : run.Index).First();
            if (undecided.Count is 0)
                return null;
            Wait(Task.WhenAny(undecided));
            if (_run.Lifetime.Force.IsCancellationRequested)
                return null;
        }
    }

    private bool HasSomethingToShow(TargetRun run) =>
        run.Decided.IsCompleted
        && run.State is TargetState.Running or TargetState.Succeeded or TargetState.Failed or TargetState.Aborted
        && (run.Node.Body is not null || run.State is TargetState.Failed)
        && !_shown.ContainsKey(run.Node.Name);

    // Work that does not heed the interrupt loses its processes first, and is then left behind: the process is about to end.
    private void Wait(Task task)
    {
        try
        {
            task.Wait(_run.Lifetime.Force);
        }
        catch (OperationCanceledException) when (_run.Lifetime.Force.IsCancellationRequested)
        {
            ChildProcesses.KillAll();
            task.Wait(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private void Settle(ExecutableTarget target, TargetRun run)
    {
        target.Status = StatusOf(run);
        if (target.Status is ExecutionStatus.Failed)
            TargetFailure.Summarize(target, run.Exception, _run.Redactor);
        else if (target.Status is not ExecutionStatus.Succeeded)
            target.SummaryInformation.Clear();
    }

    private void SettleSkipped()
    {
        foreach (var run in _scheduler!.Runs.Where(run => run.State is TargetState.Skipped))
        {
            var target = _targets[run.Index];
            if (target.Status is not ExecutionStatus.Scheduled)
                continue;
            target.Status = ExecutionStatus.Skipped;
            if (run.ViolatedConditions.Count > 0)
                target.OnlyWhen = string.Join(" && ", run.ViolatedConditions.Select(ConditionText.Of));
            else if (run.BecauseOf is { } reason)
                target.Skipped = $"because of {reason}";
        }
    }

    private static ExecutionStatus StatusOf(TargetRun run) => run.State switch
    {
        TargetState.Succeeded => run.Node.Body is null ? ExecutionStatus.Collective : ExecutionStatus.Succeeded,
        TargetState.Failed => ExecutionStatus.Failed,
        TargetState.Skipped => ExecutionStatus.Skipped,
        TargetState.Running or TargetState.Aborted => ExecutionStatus.Aborted,
        _ => ExecutionStatus.NotRun,
    };
}
