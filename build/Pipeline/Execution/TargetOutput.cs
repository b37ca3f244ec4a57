using Serilog.Core;
using Serilog.Events;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Keeps what a target says together. The target on show speaks live; what the others say is held back, in order, until it is their turn.
/// Whatever belongs to no target passes.
/// </summary>
/// <param name="log">Takes log events whose turn it is.</param>
/// <param name="console">Takes lines, written past the log, whose turn it is.</param>
/// <param name="gate">
/// What to lock: the console's writer, which locks itself for every write. A lock of our own would be taken inside that one by a target that
/// writes to the console, and outside it by one that logs.
/// </param>
internal sealed class TargetOutput(ILogEventSink log, Action<string> console, object gate) : ILogEventSink
{
    private static readonly AsyncLocal<bool> Passing = new();

    private readonly Dictionary<string, Queue<object>> _held = new(StringComparer.Ordinal);
    private string? _shown;

    /// <summary>Whether this flow is handing text on, so that the console has to take it as it comes.</summary>
    public static bool IsPassing => Passing.Value;

    public void Emit(LogEvent logEvent) => Take(logEvent);

    /// <summary>Takes a line that the running code wrote to the console itself.</summary>
    public void WriteLine(string line) => Take(line);

    /// <summary>Puts the target on show: first what it has said so far, from then on what it says.</summary>
    public void Show(string target)
    {
        lock (gate)
        {
            _shown = target;
            if (_held.Remove(target, out var held))
            {
                foreach (var entry in held)
                    Pass(entry);
            }
        }
    }

    /// <summary>Nobody is on show any more.</summary>
    public void Hide()
    {
        lock (gate)
            _shown = null;
    }

    /// <summary>Lets go of everything that is still held: a server that a target has started may speak after the target's turn.</summary>
    public void Release()
    {
        lock (gate)
        {
            foreach (var entry in _held.Values.SelectMany(held => held))
                Pass(entry);
            _held.Clear();
        }
    }

    private void Take(object entry)
    {
        lock (gate)
        {
            if (TargetScope.Current is not { } target || target == _shown)
                Pass(entry);
            else if (_held.TryGetValue(target, out var held))
                held.Enqueue(entry);
            else
                _held[target] = new Queue<object>([entry]);
        }
    }

    private void Pass(object entry)
    {
        var before = Passing.Value;
        Passing.Value = true;
        try
        {
            if (entry is LogEvent logEvent)
                log.Emit(logEvent);
            else
                console((string)entry);
        }
        finally
        {
            Passing.Value = before;
        }
    }
}
