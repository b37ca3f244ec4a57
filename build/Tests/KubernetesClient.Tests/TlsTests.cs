using System.Net.Security;
using System.Security.Authentication;
using k8s;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace KubernetesClient.Tests;

public sealed class TlsTests
{
    [Fact]
    public async Task A_server_of_another_authority_is_refused()
    {
        await using var server = await StartAsync();
        using var other = new Authority();

        await ShouldRefuseAsync($"server: {server.Url}, certificate-authority-data: {KubeConfig.Base64(other.Pem)}");
    }

    [Fact]
    public async Task An_authority_of_the_same_name_with_another_key_is_refused()
    {
        await using var server = await StartAsync();
        using var imposter = new Authority("CN=test authority");

        await ShouldRefuseAsync($"server: {server.Url}, certificate-authority-data: {KubeConfig.Base64(imposter.Pem)}");
    }

    [Fact]
    public async Task Without_an_authority_only_the_systems_count()
    {
        await using var server = await StartAsync();

        await ShouldRefuseAsync($"server: {server.Url}");
    }

    [Fact]
    public async Task One_of_several_authorities_is_enough()
    {
        await using var server = await StartAsync();
        using var other = new Authority("CN=another authority");
        var both = KubeConfig.Base64(other.Pem + "\n" + server.Authority.Pem);

        (await HostAsync($"server: {server.Url}, certificate-authority-data: {both}")).ShouldBe(new Uri(server.Url).Authority);
    }

    [Fact]
    public async Task Verification_can_be_skipped()
    {
        await using var server = await StartAsync();

        (await HostAsync($"server: {server.Url}, insecure-skip-tls-verify: true")).ShouldBe(new Uri(server.Url).Authority);
    }

    [Fact]
    public async Task The_tls_server_name_is_the_one_that_is_asked_for()
    {
        await using var server = await StartAsync("kubernetes.example");

        (await HostAsync(KubeConfig.Trusting(server) + ", tls-server-name: kubernetes.example")).ShouldBe("kubernetes.example");
    }

    [Fact]
    public async Task A_name_that_does_not_match_is_refused_once_the_callback_is_wrapped()
    {
        await using var server = await StartAsync("kubernetes.example");

        // As upstream, the name is not looked at when the chain is unknown to the system...
        (await HostAsync(KubeConfig.Trusting(server))).ShouldBe(new Uri(server.Url).Authority);

        // ...unless the caller does.
        var config = Configure(KubeConfig.Trusting(server));
        SocketsHttpHandler handler = null!;
        config.FirstMessageHandlerSetup = innermost => handler = innermost;
        using var client = new RawClient(config);
        var trusts = handler.SslOptions.RemoteCertificateValidationCallback!;
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
            !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && trusts(sender, certificate, chain, errors);

        (await Should.ThrowAsync<HttpRequestException>(() => client.SendAsync(HttpMethod.Get, "version")))
            .InnerException.ShouldBeOfType<AuthenticationException>();
    }

    private static Task<ApiServer> StartAsync(params string[] hosts) =>
        ApiServer.StartAsync(context => context.Response.WriteAsync(context.Request.Host.Value ?? ""), hosts);

    private static KubernetesClientConfiguration Configure(string cluster) =>
        KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(cluster, "token: secret")));

    private static async Task<string> HostAsync(string cluster)
    {
        using var client = new RawClient(Configure(cluster));
        using var response = await client.SendAsync(HttpMethod.Get, "version");
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task ShouldRefuseAsync(string cluster) =>
        (await Should.ThrowAsync<HttpRequestException>(() => HostAsync(cluster)))
            .InnerException.ShouldBeOfType<AuthenticationException>();
}
