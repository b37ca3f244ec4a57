using k8s;
using k8s.Authentication;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace KubernetesClient.Tests;

public sealed class AuthenticationTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(context => context.Response.WriteAsync(
        $"{context.Request.Headers.Authorization}|{context.Connection.ClientCertificate?.Subject}"));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_token_is_sent_as_a_bearer_token() => (await WhoAsync("token: secret")).ShouldBe("Bearer secret|");

    [Fact]
    public async Task User_name_and_password_are_sent_as_basic_credentials() =>
        (await WhoAsync("username: jo, password: 'p:ä'")).ShouldBe($"Basic {KubeConfig.Base64("jo:p:ä")}|");

    [Fact]
    public async Task A_token_wins_over_a_password() =>
        (await WhoAsync("token: secret, username: jo, password: p")).ShouldBe("Bearer secret|");

    [Fact]
    public async Task A_client_certificate_is_read_from_data()
    {
        using var certificate = _server.Authority.Client("jo");
        var user = $"client-certificate-data: {KubeConfig.Base64(certificate.ExportCertificatePem())}, "
            + $"client-key-data: {KubeConfig.Base64(Authority.KeyPem(certificate))}";

        (await WhoAsync(user)).ShouldBe("|CN=jo");
        (await WhoAsync(user + ", token: secret")).ShouldBe("Bearer secret|CN=jo");
    }

    [Fact]
    public async Task A_client_certificate_is_read_from_files_beside_the_kubeconfig()
    {
        using var folder = new Folder();
        using var certificate = _server.Authority.Client("jo");
        folder.Write("keys/client.crt", certificate.ExportCertificatePem());
        folder.Write("keys/client.key", Authority.KeyPem(certificate));
        folder.Write("ca.crt", _server.Authority.Pem);
        var file = folder.Write("config", KubeConfig.Of(
            $"server: {_server.Url}, certificate-authority: ca.crt",
            "client-certificate: keys/client.crt, client-key: keys/client.key"));

        (await WhoAsync(KubernetesClientConfiguration.BuildConfigFromConfigFile(file))).ShouldBe("|CN=jo");
        (await WhoAsync(KubernetesClientConfiguration.BuildConfigFromConfigFile(new FileInfo(file)))).ShouldBe("|CN=jo");
        (await WhoAsync(await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(new FileInfo(file)))).ShouldBe("|CN=jo");
    }

    [Fact]
    public async Task A_token_file_is_read_without_its_last_line_break()
    {
        using var folder = new Folder();
        var config = Configure("token: replaced");
        config.TokenProvider = new TokenFileAuth(folder.Write("token", "from-file\n"));

        (await WhoAsync(config)).ShouldBe("Bearer from-file|");
    }

    [Fact]
    public async Task A_context_without_a_user_sends_no_credentials() =>
        (await WhoAsync(KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(
            KubeConfig.Of(_server, "token: secret").Replace("user: b,", ""))))).ShouldBe("|");

    [Fact]
    public void Legacy_providers_are_refused_with_what_replaces_them()
    {
        Should.Throw<Exception>(() => Configure("auth-provider: { name: azure, config: { access-token: t } }"))
            .Message.ShouldContain("kubelogin");
        Should.Throw<Exception>(() => Configure("auth-provider: { name: gcp, config: { access-token: t } }"))
            .Message.ShouldContain("gke-gcloud-auth-plugin");
    }

    private KubernetesClientConfiguration Configure(string user) =>
        KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(_server, user)));

    private Task<string> WhoAsync(string user) => WhoAsync(Configure(user));

    private static async Task<string> WhoAsync(KubernetesClientConfiguration config)
    {
        using var client = new RawClient(config);
        using var response = await client.SendAsync(HttpMethod.Get, "apis");
        return await response.Content.ReadAsStringAsync();
    }
}
