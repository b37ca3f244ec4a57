namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>
/// Keeps a server that closes watches at once from being asked without pause: a watch that lasted is opened again immediately, short ones ever later.
/// </summary>
internal sealed class WatchPause(TimeProvider time)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan _next = TimeSpan.Zero;
    private long _started = time.GetTimestamp();

    /// <summary>A watch is about to be opened.</summary>
    public void Starts() => _started = time.GetTimestamp();

    /// <summary>The watch has ended; returns when the next one may be opened.</summary>
    public async Task EndedAsync(CancellationToken cancellation)
    {
        var pause = _next;
        if (time.GetElapsedTime(_started) >= Lasting)
            pause = _next = TimeSpan.Zero;
        else
            _next = TimeSpan.FromTicks(Math.Clamp(_next.Ticks * 2, Shortest.Ticks, Longest.Ticks));
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, time, cancellation);
    }
}
