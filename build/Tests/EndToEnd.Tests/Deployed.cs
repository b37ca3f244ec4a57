using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>A platform that was deployed, and then deployed once more.</summary>
public sealed class Deployed : IAsyncLifetime
{
    internal Checkout Checkout { get; private set; } = null!;

    internal BuildRun First { get; private set; } = null!;

    internal BuildRun Second { get; private set; } = null!;

    /// <summary>The first run's log file.</summary>
    internal string FirstLog { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Checkout = await Checkout.OpenAsync();
        First = await Checkout.RunAsync("DeployOnPrem");
        FirstLog = Checkout.Log;
        Second = await Checkout.RunAsync("DeployOnPrem");
    }

    public Task DisposeAsync()
    {
        Checkout.Dispose();
        return Task.CompletedTask;
    }
}
