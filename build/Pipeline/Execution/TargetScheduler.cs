using System.Diagnostics.CodeAnalysis;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Starts every target of a plan as soon as what it needs has succeeded. A failure stops the failed target's dependents and nobody else.
/// Knows nothing of NUKE, consoles or logs.
/// </summary>
public sealed class TargetScheduler
{
    private readonly Lock _lock = new();
    private readonly TargetRun[] _runs;
    private readonly Dictionary<string, TargetRun> _byName;
    private readonly int _parallelism;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _start;
    private bool _started;
    private int _running;
    private int _order;
    private int _ended;

    /// <param name="plan">All targets, each after everything that it needs.</param>
    /// <param name="parallelism">How many targets run at once; without a limit when null.</param>
    /// <param name="time">The clock that durations are taken from.</param>
    /// <param name="cancellation">Once cancelled, nothing is started any more; running work is handed the same token.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or a target needs a later or unknown one.</exception>
    public TargetScheduler(IReadOnlyList<TargetNode> plan, int? parallelism, TimeProvider time, CancellationToken cancellation)
    {
        if (parallelism is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(parallelism));
        _parallelism = parallelism ?? int.MaxValue;
        _time = time;
        _cancellation = cancellation;
        _runs = [.. plan.Select((node, index) => new TargetRun(node, index))];
        _byName = new Dictionary<string, TargetRun>(StringComparer.Ordinal);
        foreach (var run in _runs)
        {
            if (run.Node.Needs.FirstOrDefault(need => !_byName.ContainsKey(need)) is { } missing)
                throw new ArgumentException($"{run.Node.Name} needs {missing}, which does not come before it", nameof(plan));
            if (!_byName.TryAdd(run.Node.Name, run))
                throw new ArgumentException($"{run.Node.Name} occurs twice", nameof(plan));
        }
    }

    /// <summary>Raised, outside any lock, when a target starts.</summary>
    public event Action<TargetRun>? Starting;

    /// <summary>Raised, outside any lock and before <see cref="TargetRun.Ended"/> continues, when a target that has started ends.</summary>
    public event Action<TargetRun>? Finished;

    /// <summary>All targets, in plan order.</summary>
    public IReadOnlyList<TargetRun> Runs => _runs;

    /// <summary>The failure that came first by time.</summary>
    public TargetRun? FirstFailure { get; private set; }

    /// <summary>Completes when every target has reached its final state.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Time since the run started.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    public TargetRun this[string name] => _byName[name];

    /// <summary>Starts the run; later calls do nothing.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_started)
                return;
            _started = true;
            _start = _time.GetTimestamp();
            foreach (var run in _runs.Where(run => run.Node.Skipped))
                End(run, TargetState.Skipped);
        }
        _cancellation.Register(Advance);
        Advance();
    }

    /// <summary>Runs the work of a target that the run has left behind, whatever it needs: the last chance of an assured target.</summary>
    public void RunAssured(TargetRun run, CancellationToken cancellation)
    {
        long start;
        lock (_lock)
        {
            if (run.State is not (TargetState.Pending or TargetState.NotRun))
                return;
            start = _time.GetTimestamp();
            run.Start(Elapsed);
        }
        Starting?.Invoke(run);
        var exception = Attempt(run, cancellation);
        Conclude(run, start, exception, cancellation);
    }

    private void Advance()
    {
        List<TargetRun> starting = [];
        lock (_lock)
        {
            // The plan is in topological order, so one pass settles everything that an ended target has made certain.
            foreach (var run in _runs.Where(run => run.State is TargetState.Pending))
            {
                var needs = run.Node.Needs.Select(need => _byName[need]).ToList();
                if (needs.Find(need => need.IsBroken) is { } broken)
                    End(run, TargetState.NotRun, becauseOf: broken.State is TargetState.Failed ? broken.Node.Name : broken.BecauseOf ?? broken.Node.Name);
                else if (_cancellation.IsCancellationRequested)
                    End(run, TargetState.NotRun);
                else if (needs.TrueForAll(need => need.IsSettled))
                    StartOrGather(run, starting);
            }
            if (_ended == _runs.Length)
                _completion.TrySetResult();
        }
        foreach (var run in starting)
            Launch(run);
    }

    private void StartOrGather(TargetRun run, List<TargetRun> starting)
    {
        if (run.Node is { Body: null, Conditions.Count: 0 })
        {
            run.Start(Elapsed);
            End(run, TargetState.Succeeded);
        }
        else if (_running < _parallelism)
        {
            _running++;
            run.Start(Elapsed);
            starting.Add(run);
        }
    }

    // A body may block for as long as it likes, so it gets a thread of its own: blocked pool threads would starve the asynchronous ones.
    private void Launch(TargetRun run) =>
        Task.Factory.StartNew(() => Work(run), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Work(TargetRun run)
    {
        var start = _time.GetTimestamp();
        var exception = Judge(run, out var violated);
        if (exception is null && violated.Count > 0)
        {
            lock (_lock)
            {
                run.Violate(violated);
                Skip(run, becauseOf: null);
            }
        }
        else
        {
            run.Decide();
            Starting?.Invoke(run);
            Conclude(run, start, exception ?? Attempt(run, _cancellation), _cancellation);
        }
        lock (_lock)
            _running--;
        Advance();
    }

    private void Conclude(TargetRun run, long start, Exception? exception, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var state = exception is null ? TargetState.Succeeded
                : cancellation.IsCancellationRequested ? TargetState.Aborted
                : TargetState.Failed;
            if (state is TargetState.Failed)
                FirstFailure ??= run;
            run.End(state, ++_order, _time.GetElapsedTime(start), exception, becauseOf: null);
        }
        try
        {
            Finished?.Invoke(run);
        }
        finally
        {
            Complete(run);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a condition throws is the failure of its target.")]
    private static Exception? Judge(TargetRun run, out List<string> violated)
    {
        violated = [];
        try
        {
            violated.AddRange(run.Node.Conditions.Where(condition => !condition.Holds()).Select(condition => condition.Text));
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a body throws is the failure of its target.")]
    private static Exception? Attempt(TargetRun run, CancellationToken cancellation)
    {
        try
        {
            run.Node.Body?.Invoke(cancellation);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private void Skip(TargetRun run, string? becauseOf)
    {
        if (run.State is not TargetState.Pending && becauseOf is not null)
            return;
        if (!run.Node.Invoked || becauseOf is null)
            End(run, TargetState.Skipped, becauseOf: becauseOf);
        if (run.Node.KeepsPulls)
            return;
        foreach (var pulled in run.Node.Pulls.Where(_byName.ContainsKey).Where(name => !IsWantedByOthers(name, run)))
            Skip(_byName[pulled], becauseOf: run.Node.Name);
    }

    private bool IsWantedByOthers(string name, TargetRun asking) =>
        _runs.Any(run => run != asking && run.State is not (TargetState.Skipped or TargetState.NotRun) && run.Node.Pulls.Contains(name));

    private void End(TargetRun run, TargetState state, string? becauseOf = null)
    {
        run.End(state, ++_order, duration: default, exception: null, becauseOf);
        Complete(run);
    }

    private void Complete(TargetRun run)
    {
        lock (_lock)
        {
            if (!run.HasEnded)
                _ended++;
            run.Complete();
        }
    }
}
