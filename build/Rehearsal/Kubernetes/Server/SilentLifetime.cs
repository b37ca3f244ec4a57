using Microsoft.Extensions.Hosting;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Server;

/// <summary>
/// Takes the place of the host's console lifetime, which would answer SIGINT and SIGTERM by stopping the web server and letting the
/// process go on. The process that the server runs in decides what an interrupt means.
/// </summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
