using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Server;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>
/// Serves a <see cref="ClusterStore"/> as the Kubernetes API, over TLS on 127.0.0.1 only, to whoever has the token. Unmodified
/// <c>helm</c> and <c>kubectl</c> are its clients.
/// </summary>
public sealed class KubernetesApiServer : IAsyncDisposable
{
    /// <summary>The version of Kubernetes that is served.</summary>
    public const string Version = "v1.35.2";

    private readonly WebApplication _application;
    private readonly ApiRouter _router;
    private readonly KubernetesApiOptions _options;
    private readonly byte[] _authorization;
    private long _mutating;
    private long _changing;

    private KubernetesApiServer(ClusterStore store, KubernetesApiOptions options, CertificateAuthority authority, string token, int port)
    {
        _options = options;
        _router = new ApiRouter(store, options.Time, options.Admission);
        _authorization = Encoding.ASCII.GetBytes("Bearer " + token);
        AuthorityPem = authority.CertificatePem;
        Token = token;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        var certificate = authority.IssueServerCertificate();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate));
        });
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where the API is served: <c>https://127.0.0.1:port</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The certificate of the authority that signed the server's.</summary>
    public string AuthorityPem { get; }

    /// <summary>The bearer token that makes a client the administrator.</summary>
    public string Token { get; }

    /// <summary>Requests since the start that could have changed something: all but GET and HEAD, dry runs and reviews included.</summary>
    public long MutatingRequests => Interlocked.Read(ref _mutating);

    /// <summary>Requests since the start that did change something.</summary>
    public long ChangingRequests => Interlocked.Read(ref _changing);

    /// <summary>Starts serving. The store stays the caller's.</summary>
    /// <exception cref="ProblemException">The port that was asked for is in use.</exception>
    public static async Task<KubernetesApiServer> StartAsync(ClusterStore store, KubernetesApiOptions options, CancellationToken cancellation)
    {
        var authority = CertificateAuthority.Open(options.StateDirectory, options.Time.GetUtcNow());
        var token = Kept(options.StateDirectory, "token", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        var portFile = Path.Combine(options.StateDirectory, "port");
        var remembered = File.Exists(portFile) && int.TryParse(await File.ReadAllTextAsync(portFile, cancellation), out var last) ? last : 0;
        var port = options.Port != 0 ? options.Port : remembered;
        var server = new KubernetesApiServer(store, options, authority, token, port);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException or SocketException)
        {
            await server.DisposeAsync();
            if (options.Port != 0)
                throw Busy(options.Port, exception);
            // Nobody asked for the remembered port: clients find the new one in the kubeconfig.
            server = new KubernetesApiServer(store, options, authority, token, 0);
            await server.StartAsync(cancellation);
        }
        PrivateFiles.Write(portFile, server.Endpoint.Port.ToString(CultureInfo.InvariantCulture));
        return server;
    }

    /// <summary>Writes a kubeconfig for this server, readable by its owner only.</summary>
    public void WriteKubeconfig(string path, string name) => Kubeconfig.Write(path, name, Endpoint, AuthorityPem, Token);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));
        try
        {
            // Watches never end by themselves.
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
        Endpoint = new Uri(addresses.First());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var started = _options.Time.GetTimestamp();
        var changed = false;
        var mutating = context.Request.Method is not ("GET" or "HEAD");
        if (mutating)
            Interlocked.Increment(ref _mutating);
        try
        {
            if (IsAuthorized(context.Request))
                await _router.AnswerAsync(context, () => changed = true);
            else
                await ApiResponse.WriteAsync(context, new ApiStatusException(401, "Unauthorized", "Unauthorized"));
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            if (changed)
                Interlocked.Increment(ref _changing);
            _options.Transcript?.Invoke(new ApiRequestRecord(
                _options.Time.GetUtcNow(), context.Request.Method, context.Request.Path + context.Request.QueryString, context.Request.Headers.UserAgent.ToString(),
                context.Response.StatusCode, _options.Time.GetElapsedTime(started), changed));
        }
    }

    private bool IsAuthorized(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(request.Headers.Authorization.ToString()), _authorization);

    private static string Kept(string directory, string name, Func<string> make)
    {
        var path = Path.Combine(directory, name);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
            return kept;
        var made = make();
        PrivateFiles.Write(path, made);
        return made;
    }

    private static ProblemException Busy(int port, Exception cause) => new(
        [
            new Problem(KubernetesApiProblems.PortBusy, $"port {port} on 127.0.0.1 is in use")
            {
                Cause = cause.InnerException?.Message,
                NextStep = $"end the process that listens on port {port}, or set cluster.rehearsal.apiPort to another port, or to 0 for any",
            },
        ],
        cause);
}
