using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace KubernetesClient.Tests.Servers;

/// <summary>An HTTPS server on the loopback device with an authority of its own; the test says what it answers.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ApiServer(WebApplication application, Authority authority)
    {
        _application = application;
        Authority = authority;
        Url = application.Urls.Single();
    }

    public Authority Authority { get; }

    public string Url { get; }

    public static async Task<ApiServer> StartAsync(RequestDelegate answer, params string[] hosts)
    {
        var authority = new Authority();
        var certificate = authority.Server(hosts.Length == 0 ? ["127.0.0.1", "localhost"] : hosts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (client, _, _) => IsIssuedBy(client, authority);
        })));

        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new ApiServer(application, authority);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
        Authority.Dispose();
    }

    private static bool IsIssuedBy(X509Certificate2 certificate, Authority authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority.Certificate);
        return chain.Build(certificate);
    }
}
