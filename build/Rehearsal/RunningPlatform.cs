using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Controllers.Admission;
using JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;
using JupyterHub.Pipeline.Rehearsal.Dns;
using JupyterHub.Pipeline.Rehearsal.Hub;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal;

/// <summary>The servers of one environment's rehearsal.</summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();

    private RunningPlatform()
    {
    }

    public PlatformEndpoints Endpoints { get; private set; } = null!;

    public ClusterStore Store { get; private set; } = null!;

    public ControllerHost Controllers { get; private set; } = null!;

    public static async Task<RunningPlatform> StartAsync(RehearsalRequest request, TimeProvider time, CancellationToken cancellation)
    {
        var platform = new RunningPlatform();
        try
        {
            await platform.ComposeAsync(request, time, cancellation);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops in the opposite order of the start: clients first, the state last.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
    }

    private async Task ComposeAsync(RehearsalRequest request, TimeProvider time, CancellationToken cancellation)
    {
        Keep(StateLock.Take(request.StateDirectory));
        var dns = RehearsalDnsServer.StartAsync(RehearsalDnsOptions.For(request) with { Time = time }, cancellation);
        var store = await Task.Run(() => ClusterStore.Open(Path.Combine(request.StateDirectory, "cluster"), time), cancellation);
        Keep(store);
        var cluster = new Cluster(store, time);
        SimulatedNodes.Provide(cluster, request.Nodes);
        var log = new ControllerLog(Open(request.StateDirectory), time);
        Keep(log);

        var api = KubernetesApiServer.StartAsync(
            store,
            new KubernetesApiOptions { StateDirectory = Path.Combine(request.StateDirectory, "api"), Port = request.ApiPort, Time = time, Admission = new WebhookAdmission(cluster) },
            cancellation);
        var ingress = IngressEndpoint.StartAsync(cluster, Path.Combine(request.StateDirectory, "ingress"), request.HttpsPort, cancellation);
        await KeepAllAsync(dns, api, ingress);
        Store = store;
        Controllers = new ControllerHost(store, time, log, PlatformControllers.All(cluster, log, (await api).AuthorityPem));
        _parts.Push(Controllers);

        var kubeconfig = Path.Combine(request.StateDirectory, "kubeconfig");
        (await api).WriteKubeconfig(kubeconfig, request.Name);
        Endpoints = new PlatformEndpoints
        {
            Kubeconfig = kubeconfig,
            NameServer = (await dns).EndPoint,
            HttpsPort = (await ingress).Port,
            StandInCharts = Path.Combine(AppContext.BaseDirectory, "Charts"),
        };
    }

    /// <summary>Waits for all, keeps those that started, and then fails with the first that did not.</summary>
    private async Task KeepAllAsync(Task<RehearsalDnsServer> dns, Task<KubernetesApiServer> api, Task<IngressEndpoint> ingress)
    {
        var all = Task.WhenAll(dns, api, ingress);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (dns.IsCompletedSuccessfully)
            _parts.Push(dns.Result);
        if (api.IsCompletedSuccessfully)
            _parts.Push(api.Result);
        if (ingress.IsCompletedSuccessfully)
            _parts.Push(ingress.Result);
        await all;
    }

    private void Keep(IDisposable part) => _parts.Push(new Part(part));

    private static StreamWriter Open(string directory)
    {
        var file = PrivateFiles.Open(Path.Combine(directory, "controllers.log"), FileMode.OpenOrCreate, FileShare.Read);
        // The log of the last run only: it is for looking into, not for keeping.
        file.SetLength(0);
        return new StreamWriter(file) { AutoFlush = true };
    }

    private sealed class Part(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
