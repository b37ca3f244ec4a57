namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// One of the five doors through which every effect passes. Cancellation, retries and the count of writes live here,
/// so that the code behind a door knows nothing of them.
/// </summary>
public sealed class Door(DoorName name)
{
    private int _reads;
    private int _writes;

    public DoorName Name { get; } = name;

    /// <summary>Reads that passed since the process started.</summary>
    public int Reads => _reads;

    /// <summary>Writes that passed since the process started: requests that changed something, or tried to.</summary>
    public int Writes => _writes;

    /// <summary>Passes a request that changes nothing.</summary>
    /// <param name="what">What is read, for logs and errors: <c>get Certificate hub/jupyter-tls</c>.</param>
    public async Task<T> ReadAsync<T>(string what, Func<CancellationToken, Task<T>> request, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return await request(cancellation);
    }

    /// <summary>Passes a request that may change something.</summary>
    /// <param name="what">What is written, for logs and errors: <c>apply Certificate hub/jupyter-tls</c>.</param>
    public async Task<T> WriteAsync<T>(string what, Func<CancellationToken, Task<T>> request, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _writes);
        return await request(cancellation);
    }
}
