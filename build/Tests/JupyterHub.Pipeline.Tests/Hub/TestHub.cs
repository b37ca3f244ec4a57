using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace JupyterHub.Pipeline.Tests.Hub;

/// <summary>An HTTPS server on loopback with a hub's three pages, each of which a test may replace.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    public const string LoginPage = """<html><head><title>Berlin notebooks</title></head><body><form action="/hub/login?next=" method="post"></form></body></html>""";

    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public TestHub(X509Certificate2 certificate)
    {
        Certificate = certificate;
        _listener.Start();
        _serving = Task.Run(AcceptAsync);
    }

    /// <summary>Presented to the next connection; null ends connections before a handshake.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Answers in plain text, as a port for HTTP does.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Status and body of a path; with a redirection, its target.</summary>
    public Dictionary<string, (int Status, string Body)> Pages { get; } = new()
    {
        ["/hub/health"] = (200, ""),
        ["/hub/api"] = (200, """{"version": "5.5.0"}"""),
        ["/hub/login"] = (200, LoginPage),
    };

    /// <summary>The host names that clients asked for, in the handshake and in the request.</summary>
    public List<(string? ServerName, string? Host)> Asked { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        if (Certificate is null)
            return;

        try
        {
            if (IsPlain)
            {
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _stop.Token);
                await client.GetStream().ReadExactlyAsync(new byte[1], _stop.Token);
                return;
            }

            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } request)
            {
                string? host = null;
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
                    host = header.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase) ? header[6..] : host;
                lock (Asked)
                    Asked.Add((stream.TargetHostName, host));

                var (status, body) = Pages[request.Split(' ')[1]];
                var location = status is > 300 and < 400 ? $"Location: {body}\r\n" : "";
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Status\r\n{location}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), _stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or AuthenticationException)
        {
            // The client refused the certificate, or is gone, or the test is over.
        }
    }
}
