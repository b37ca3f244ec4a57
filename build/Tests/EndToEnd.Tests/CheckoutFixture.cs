using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>A checkout that the tests of one class share.</summary>
public sealed class CheckoutFixture : IAsyncLifetime
{
    internal Checkout Checkout { get; private set; } = null!;

    public async Task InitializeAsync() => Checkout = await Checkout.OpenAsync();

    public Task DisposeAsync()
    {
        Checkout.Dispose();
        return Task.CompletedTask;
    }
}
