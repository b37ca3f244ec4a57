using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal;

/// <summary>
/// The embedded rehearsal: a Kubernetes cluster, its DNS server and its ingress, all on 127.0.0.1 and inside this process. State is kept
/// between processes; one process at a time may use it.
/// </summary>
/// <param name="time">The clock that everything in the platform goes by.</param>
public sealed class RehearsalPlatform(TimeProvider? time = null) : IRehearsal
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, RunningPlatform> _running = [];

    /// <inheritdoc/>
    /// <exception cref="ProblemException">HUB1820 when another process uses the state, HUB1822 when it cannot be kept; a port that was asked for is taken.</exception>
    public async Task<PlatformEndpoints> StartAsync(RehearsalRequest request, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var directory = Path.GetFullPath(request.StateDirectory);
            if (!_running.TryGetValue(directory, out var platform))
            {
                // What serves everyone must not inherit the logging and progress of the target that happened to start it.
                Task<RunningPlatform> starting;
                using (ExecutionContext.SuppressFlow())
                    starting = Task.Run(() => RunningPlatform.StartAsync(request with { StateDirectory = directory }, time ?? TimeProvider.System, cancellation), cancellation);
                _running[directory] = platform = await starting;
            }
            return platform.Endpoints;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The servers that <see cref="StartAsync"/> started for the state directory.</summary>
    internal RunningPlatform Running(string stateDirectory) => _running[Path.GetFullPath(stateDirectory)];

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await Task.WhenAll(_running.Values.Select(platform => platform.DisposeAsync().AsTask()));
            _running.Clear();
        }
        finally
        {
            _gate.Release();
        }
    }
}
