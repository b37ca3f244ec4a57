using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>A user's browser: it trusts one authority and nobody else, and looks names up at one DNS server.</summary>
internal sealed partial class HubBrowser : IDisposable
{
    private readonly HttpClient _client;

    /// <param name="hub">The hub's address.</param>
    /// <param name="authorityPem">The authority that is trusted.</param>
    /// <param name="address">What the hub's name resolves to.</param>
    public HubBrowser(Uri hub, string authorityPem, IPAddress address)
    {
        var authority = X509Certificate2.CreateFromPem(authorityPem);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = true,
            CookieContainer = new CookieContainer(),
            UseProxy = false,
            ConnectCallback = async (context, cancellation) =>
            {
                context.DnsEndPoint.Host.ShouldBe(hub.Host);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                {
                    Chain = [.. chain!.ChainElements.Select(element => element.Certificate.Subject)];
                    return errors == SslPolicyErrors.None;
                },
            },
        };
        _client = new HttpClient(handler) { BaseAddress = hub };
    }

    /// <summary>The subjects of the certificates that the hub was trusted by, its own first.</summary>
    public IReadOnlyList<string> Chain { get; private set; } = [];

    public async Task<string> PageAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Fills the login form in and sends it.</summary>
    /// <returns>The page after it.</returns>
    public async Task<string> LogInAsync(string user, string password)
    {
        var form = await PageAsync("hub/login");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_xsrf"] = Forgery().Match(form).Groups[1].Value,
            ["username"] = user,
            ["password"] = password,
        });
        using var response = await _client.PostAsync(new Uri("hub/login", UriKind.Relative), content);
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"_xsrf\" value=\"([^\"]*)\"")]
    private static partial Regex Forgery();
}
