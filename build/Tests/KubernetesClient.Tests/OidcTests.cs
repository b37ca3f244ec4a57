using System.Buffers.Text;
using System.Net;
using System.Text;
using k8s;
using k8s.Authentication;
using k8s.Exceptions;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KubernetesClient.Tests;

public sealed class OidcTests
{
    private const long FarFuture = 32503680000;

    [Fact]
    public async Task An_id_token_that_is_still_valid_is_sent_as_it_is()
    {
        var token = Token(FarFuture);
        var config = KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(
            "server: 'https://a'",
            "auth-provider: { name: oidc, config: { client-id: c, idp-issuer-url: 'http://127.0.0.1:1', "
            + $"id-token: {token}, refresh-token: r }} }}")));

        var header = await config.TokenProvider.GetAuthenticationHeaderAsync(CancellationToken.None);

        header.ToString().ShouldBe($"Bearer {token}");
        config.AccessToken.ShouldBe(token);
    }

    [Fact]
    public async Task An_expired_token_is_replaced_and_so_is_the_refresh_token()
    {
        var asked = new List<string>();
        await using var issuer = await StartAsync(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            asked.Add($"{form["grant_type"]} {form["client_id"]} {form["client_secret"]} {form["refresh_token"]}");
            await context.Response.WriteAsync(
                $$"""{"id_token":"new-{{asked.Count}}","refresh_token":"refresh-{{asked.Count}}","expires_in":{{(asked.Count == 1 ? 0 : 3600)}} }""");
        });
        var provider = new OidcTokenProvider("c", "s", issuer.Urls.Single(), Token(1), "refresh-0");

        (await provider.GetAuthenticationHeaderAsync(CancellationToken.None)).Parameter.ShouldBe("new-1");
        (await provider.GetAuthenticationHeaderAsync(CancellationToken.None)).Parameter.ShouldBe("new-2");
        (await provider.GetAuthenticationHeaderAsync(CancellationToken.None)).Parameter.ShouldBe("new-2");

        asked.ShouldBe(["refresh_token c s refresh-0", "refresh_token c s refresh-1"]);
    }

    [Fact]
    public async Task A_refusal_of_the_issuer_is_reported()
    {
        await using var issuer = await StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        var provider = new OidcTokenProvider("c", null, issuer.Urls.Single(), "not a token", "r");

        (await Should.ThrowAsync<KubernetesClientException>(() => provider.GetAuthenticationHeaderAsync(CancellationToken.None)))
            .Message.ShouldStartWith("Unable to refresh OIDC token.");
    }

    private static string Token(long expiry) =>
        $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"exp":{{expiry}}}"""))}.c2ln";

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return application;
    }
}
