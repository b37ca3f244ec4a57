namespace JupyterHub.Pipeline.Execution;

/// <summary>What the running target is waiting for, in a few words. Shown live on a terminal; in CI, as a line when it changes.</summary>
public static class TargetProgress
{
    private static readonly AsyncLocal<Action<string>?> Sink = new();

    /// <summary>Says what the current target is waiting for: <c>DaemonSet longhorn-system/longhorn-manager 1/3 ready</c>.</summary>
    public static void Report(string status) => Sink.Value?.Invoke(status);

    /// <summary>Receives the statuses of the asynchronous flow that calls this, until the result is disposed.</summary>
    public static IDisposable Receive(Action<string> sink)
    {
        var previous = Sink.Value;
        Sink.Value = sink;
        return new Restore(previous);
    }

    private sealed class Restore(Action<string>? previous) : IDisposable
    {
        public void Dispose() => Sink.Value = previous;
    }
}
