using System.Runtime.InteropServices;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Says when to stop. The first interrupt (SIGINT, SIGTERM, SIGHUP) asks everything to stop; a second one, or the end of the grace
/// period, stops it by force.
/// </summary>
public sealed class RunLifetime : IDisposable
{
    /// <summary>How long running work may take to stop by itself.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _force = new();
    private readonly TimeProvider _time;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _interrupts;
    private volatile bool _serves;

    public RunLifetime(TimeProvider time) => _time = time;

    /// <summary>Raised for the first interrupt, before <see cref="Stop"/> is cancelled.</summary>
    public event Action<PosixSignal>? Interrupted;

    /// <summary>Raised for a second interrupt: the process has to end now, whatever is still running.</summary>
    public event Action<PosixSignal>? Abandoned;

    /// <summary>Cancelled by the first interrupt. For everything that can stop by itself, CliWrap's graceful token included.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Cancelled when time has run out. For CliWrap's forceful token, which kills the process tree, and for the work of assured targets.</summary>
    public CancellationToken Force => _force.Token;

    /// <summary>The signal that ended the run; null while nothing has.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>128 plus the signal's number, as shells report it; null while nothing has ended the run.</summary>
    public int? ExitCode => Signal switch
    {
        PosixSignal.SIGHUP => 129,
        PosixSignal.SIGINT => 130,
        PosixSignal.SIGTERM => 143,
        _ => null,
    };

    /// <summary>
    /// From now on the run does nothing but serve, so the first interrupt is how it ends, not a failure: <see cref="Signal"/> stays null.
    /// </summary>
    public void ServeUntilInterrupted() => _serves = true;

    /// <summary>Listens to the process's signals until disposed.</summary>
    public void Listen()
    {
        foreach (var signal in Signals)
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>What a signal does; public so that a run can be interrupted without one.</summary>
    public void Interrupt(PosixSignal signal)
    {
        if (Interlocked.Increment(ref _interrupts) > 1)
        {
            _force.Cancel();
            Abandoned?.Invoke(signal);
            return;
        }
        Signal = _serves ? null : signal;
        Interrupted?.Invoke(signal);
        var timer = _time.CreateTimer(_ => _force.Cancel(), state: null, Grace, Timeout.InfiniteTimeSpan);
        _force.Token.Register(timer.Dispose);
        _stop.Cancel();
    }

    /// <summary>Leaves the signals to whoever else listens.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _registrations.Clear();
    }

    // Handlers are called last registered first, one after another. NUKE's own handler would print a summary and run assured targets
    // on the signal's thread, beside the run that is still stopping. Never returning keeps it out; the thread is a background thread.
    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Interrupt(context.Signal);
        new ManualResetEventSlim().Wait(CancellationToken.None);
    }
}
