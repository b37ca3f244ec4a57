using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Server;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>
/// The cluster's ingress over HTTPS, on 127.0.0.1 only. It answers for a host as long as the cluster has an Ingress for it, a running
/// ingress controller, and ready pods behind the Service.
/// </summary>
internal sealed class IngressEndpoint : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Cluster _cluster;
    private readonly JupyterHubApplication _hub;

    private IngressEndpoint(Cluster cluster, int port)
    {
        _cluster = cluster;
        _hub = new JupyterHubApplication(cluster);
        var certificates = new IngressCertificates(cluster);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = hello => ValueTask.FromResult(new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = certificates.Find(hello.ClientHelloInfo.ServerName),
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                }),
            }));
        });
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public int Port { get; private set; }

    /// <param name="directory">Where the port is remembered.</param>
    /// <param name="port">0 takes the port of the last run, or lets the system choose one.</param>
    /// <exception cref="ProblemException">HUB1821: the port that was asked for is in use.</exception>
    public static async Task<IngressEndpoint> StartAsync(Cluster cluster, string directory, int port, CancellationToken cancellation)
    {
        PrivateFiles.CreateDirectory(directory);
        var file = Path.Combine(directory, "port");
        var remembered = File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file, cancellation), CultureInfo.InvariantCulture, out var last) ? last : 0;
        var endpoint = new IngressEndpoint(cluster, port != 0 ? port : remembered);
        try
        {
            await endpoint.StartAsync(cancellation);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException or SocketException)
        {
            await endpoint.DisposeAsync();
            if (port != 0)
                throw Busy(port, exception);
            endpoint = new IngressEndpoint(cluster, 0);
            await endpoint.StartAsync(cancellation);
        }
        catch (SocketException exception)
        {
            await endpoint.DisposeAsync();
            throw Busy(port, exception);
        }
        PrivateFiles.Write(file, endpoint.Port.ToString(CultureInfo.InvariantCulture));
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));
        try
        {
            await _application.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Open connections are closed with the application.
        }
        await _application.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        await _application.StartAsync(cancellation);
        var addresses = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Port = new Uri(addresses.First()).Port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!RunningPods.Of(_cluster, "traefik").Any())
        {
            // Nothing would listen there.
            context.Abort();
            return;
        }
        var route = IngressRoute.Find(_cluster, context.Request.Host.Host, context.Request.Path.Value ?? "/");
        if (route is null)
            await PlainAsync(context, 404, "404 page not found\n");
        else if (route.Pods.Count == 0)
            await PlainAsync(context, 503, "no available server\n");
        else if (route.Pods.FirstOrDefault(pod => RunningPods.Runs(pod, "configurable-http-proxy")) is { } proxy)
            await _hub.AnswerAsync(context, proxy);
        else
            await PlainAsync(context, 200, $"rehearsal: {route.Service.Namespace}/{route.Service.Name} has {route.Pods.Count} ready pods\n");
    }

    private static Task PlainAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static ProblemException Busy(int port, Exception cause) => new(
        [
            new Problem(RehearsalProblems.IngressPortBusy, $"port {port} on 127.0.0.1 is in use")
            {
                Cause = (cause.InnerException ?? cause).Message,
                NextStep = $"end the process that listens on port {port}, or set cluster.rehearsal.httpsPort to another port, or to 0 for any",
            },
        ],
        cause);
}
