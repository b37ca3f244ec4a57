using System.Net;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Kubernetes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

/// <summary>A server that answers as a test says, for what a well-behaved API server does not do on demand.</summary>
internal sealed class ScriptedApi : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _kubeconfig = Path.GetTempFileName();
    private int _watches;
    private int _reads;

    private ScriptedApi(Func<ScriptedApi, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            if (context.Request.Path == "/api/v1")
            {
                await context.Response.WriteAsync("""{"resources":[{"name":"configmaps","kind":"ConfigMap","namespaced":true}]}""");
                return;
            }
            if (IsWatch(context))
                Interlocked.Increment(ref _watches);
            else
                Interlocked.Increment(ref _reads);
            await answer(this, context);
        });
    }

    public KubernetesCluster Client { get; private set; } = null!;

    public int Watches => _watches;

    public int Reads => _reads;

    public static async Task<ScriptedApi> StartAsync(Func<ScriptedApi, HttpContext, Task> answer)
    {
        var api = new ScriptedApi(answer);
        await api._application.StartAsync();
        var address = api._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await File.WriteAllTextAsync(api._kubeconfig, Text(address));
        var door = new Door(DoorName.Kubernetes) { Retry = DoorRetry.Never };
        api.Client = KubernetesCluster.Connect(new PlatformEndpoints { Kubeconfig = api._kubeconfig }, door, TimeProvider.System);
        return api;
    }

    public static bool IsWatch(HttpContext context) => context.Request.Query.ContainsKey("watch");

    public static Task NothingAsync(HttpContext context) => context.Response.WriteAsync("""{"metadata":{"resourceVersion":"7"},"items":[]}""");

    public static Task OneAsync(HttpContext context) => context.Response.WriteAsync("""{"metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"one"}}]}""");

    public static string Text(string server, string token = "secret", string cluster = "") =>
        $$"""
        apiVersion: v1
        kind: Config
        current-context: c
        contexts: [{ name: c, context: { cluster: c, user: c } }]
        clusters: [{ name: c, cluster: { server: "{{server}}"{{cluster}} } }]
        users: [{ name: c, user: { token: {{token}} } }]
        """;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
        File.Delete(_kubeconfig);
    }
}
