using JupyterHub.Pipeline.Execution;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>
/// Tells how the run goes on while it goes on: on a live terminal by status lines, elsewhere by a plain line, now and then, when what a target
/// waits for has changed.
/// </summary>
internal sealed class LiveProgress : IDisposable
{
    /// <summary>How long after a plain line of a target the next one may follow.</summary>
    public static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(120);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _lastLine = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly TargetScheduler _scheduler;
    private readonly ConsoleScreen _screen;
    private readonly Action<string> _say;
    private readonly CancellationToken _stop;
    private readonly ITimer? _frames;
    private int _tick;

    /// <param name="say">Logs a plain line of the target that calls it.</param>
    /// <param name="stop">Cancelled once everything is asked to stop.</param>
    public LiveProgress(TargetScheduler scheduler, ConsoleScreen screen, TimeProvider time, Action<string> say, CancellationToken stop)
    {
        (_scheduler, _screen, _say, _stop) = (scheduler, screen, say, stop);
        if (!screen.Capabilities.Live)
            return;
        screen.ShowStatus(Lines);
        _frames = time.CreateTimer(_ => screen.Refresh(), state: null, BetweenFrames, BetweenFrames);
    }

    /// <summary>The target says what it is waiting for.</summary>
    public void Report(string target, string status)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(target, out var before) && before == status)
                return;
            _waiting[target] = status;
            if (_screen.Capabilities.Live || !IsTimeForALine(target))
                return;
            _lastLine[target] = _scheduler.Elapsed;
        }
        _say(status);
    }

    /// <summary>The target's log has been shown to its end, so its failure needs no mark any more.</summary>
    public void Told(string target)
    {
        lock (_lock)
            _told.Add(target);
    }

    public void Dispose()
    {
        _frames?.Dispose();
        _screen.ShowStatus(null);
    }

    private bool IsTimeForALine(string target) =>
        !_lastLine.TryGetValue(target, out var last) || _scheduler.Elapsed - last >= BetweenLines;

    private IReadOnlyList<string> Lines()
    {
        var runs = _scheduler.Runs;
        var elapsed = _scheduler.Elapsed;
        lock (_lock)
        {
            var shown = runs
                .Where(run => run.State is TargetState.Running || (run.State is TargetState.Failed && !_told.Contains(run.Node.Name)))
                .OrderByDescending(run => run.State is TargetState.Failed)
                .Select(run => run.State is TargetState.Failed
                    ? new TargetStatus(run.Node.Name, run.Duration, Waiting: null, Failed: true)
                    : new TargetStatus(run.Node.Name, elapsed - run.StartedAfter, _stop.IsCancellationRequested ? "stopping" : _waiting.GetValueOrDefault(run.Node.Name)))
                .ToList();
            return StatusLines.Render(
                shown,
                done: runs.Count(run => run.State is TargetState.Succeeded or TargetState.Skipped),
                waiting: runs.Count(run => run.State is TargetState.Pending),
                Console.WindowWidth, Console.WindowHeight, _tick++);
        }
    }
}
