namespace JupyterHub.Pipeline.Clusters;

/// <summary>Loopback servers that speak the protocols of a whole platform. The library reaches them only through their endpoints.</summary>
public interface IRehearsal : IAsyncDisposable
{
    /// <summary>Starts the servers, or returns the endpoints of those that this process has started already.</summary>
    Task<PlatformEndpoints> StartAsync(RehearsalRequest request, CancellationToken cancellation);
}
