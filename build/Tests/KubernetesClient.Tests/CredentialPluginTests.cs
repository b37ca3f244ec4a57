using System.Text.Json;
using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace KubernetesClient.Tests;

public sealed class CredentialPluginTests : IDisposable
{
    private const string V1 = "client.authentication.k8s.io/v1";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task The_token_that_a_plugin_prints_is_sent()
    {
        (await WhoAsync(Plugin($$$"""echo '{{{Credential("""{"token":"from-plugin"}""")}}}'"""))).ShouldBe("Bearer from-plugin|");

        const string beta = "client.authentication.k8s.io/v1beta1";
        (await WhoAsync(Plugin($$$"""echo '{{{Credential("""{"token":"beta"}""", beta)}}}'""", beta))).ShouldBe("Bearer beta|");
    }

    [UnixFact]
    public async Task The_certificate_that_a_plugin_prints_is_used()
    {
        await using var server = await StartAsync();
        using var certificate = server.Authority.Client("jo");
        var status = JsonSerializer.Serialize(new
        {
            clientCertificateData = certificate.ExportCertificatePem(),
            clientKeyData = Authority.KeyPem(certificate),
        });

        (await WhoAsync(Plugin($"cat {_folder.Write("credential", Credential(status))}"), server)).ShouldBe("|CN=jo");
    }

    [UnixFact]
    public async Task A_plugin_gets_its_arguments_whole_its_variables_and_the_exec_info()
    {
        var script = _folder.Write(
            "plugin", $$"""printf '%s|' "$@" "$GREETING" "$KUBERNETES_EXEC_INFO" > {{_folder.Path("seen")}}; echo '{{Credential("""{"token":"t"}""")}}'""");
        var plugin = $"exec: {{ apiVersion: {V1}, command: /bin/sh, interactiveMode: Never, args: [{script}, two words, ''], "
            + "env: [{ name: GREETING, value: hello world }] }";

        await WhoAsync(plugin);

        var seen = (await File.ReadAllTextAsync(_folder.Path("seen"))).Split('|');
        seen[..3].ShouldBe(["two words", "", "hello world"]);
        using var info = JsonDocument.Parse(seen[3]);
        info.RootElement.GetProperty("apiVersion").GetString().ShouldBe(V1);
        info.RootElement.GetProperty("spec").GetProperty("interactive").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
    }

    [UnixFact]
    public async Task A_token_is_kept_until_it_is_about_to_expire()
    {
        await using var server = await StartAsync();
        using var lasting = Connect(server, Counting("lasting", "2999-01-01T00:00:00Z"));
        using var forever = Connect(server, Counting("forever", null));
        using var expired = Connect(server, Counting("expired", "2001-01-01T00:00:00Z"));

        (await WhoAsync(lasting)).ShouldBe("Bearer run-1|");
        (await WhoAsync(lasting)).ShouldBe("Bearer run-1|");
        (await WhoAsync(forever)).ShouldBe("Bearer run-1|");
        (await WhoAsync(forever)).ShouldBe("Bearer run-1|");
        (await WhoAsync(expired)).ShouldBe("Bearer run-2|");
        (await WhoAsync(expired)).ShouldBe("Bearer run-3|");
    }

    [UnixFact]
    public void A_plugin_that_fails_is_reported_without_what_it_printed()
    {
        Refusal("exit 3").ShouldContain("failed deserialization");
        Refusal("echo 'secret-token is not JSON'").ShouldNotContain("secret-token");
        Refusal($"echo '{Credential("{}")}'").ShouldContain("missing token or clientCertificateData");
        Refusal($$"""echo '{"apiVersion":"{{V1}}","kind":"ExecCredential"}'""").ShouldContain("missing token");
        Refusal($"echo '{Credential("""{"token":"t"}""", "client.authentication.k8s.io/v1beta1")}'").ShouldContain("does not match");
        Should.Throw<KubeConfigException>(() => Configure($"exec: {{ apiVersion: {V1}, command: no-such-plugin }}"))
            .Message.ShouldContain("external exec failed due to");
        Should.Throw<KubeConfigException>(
            () => Configure($"exec: {{ apiVersion: {V1}, command: 'true', env: [{{ name: A, secret: hidden }}] }}"))
            .Message.ShouldSatisfyAllConditions(
                message => message.ShouldContain("Invalid environment variable"),
                message => message.ShouldNotContain("hidden"));
    }

    [UnixFact]
    public void A_plugin_that_takes_too_long_is_ended()
    {
        var before = KubernetesClientConfiguration.ExecTimeout;
        KubernetesClientConfiguration.ExecTimeout = TimeSpan.FromMilliseconds(50);

        try
        {
            Refusal("sleep 1000").ShouldContain("timeout");
        }
        finally
        {
            KubernetesClientConfiguration.ExecTimeout = before;
        }
    }

    [UnixFact]
    public async Task A_cancelled_request_ends_the_plugin_that_it_waits_for()
    {
        await using var server = await StartAsync();
        var pipe = NamedPipeFile.Create(_folder.Path("pipe"));
        var once = _folder.Path("once");
        using var client = Connect(server, Plugin(
            $"""
             if [ ! -e {once} ]; then touch {once}; echo '{Credential("""{"token":"t","expirationTimestamp":"2001-01-01T00:00:00Z"}""")}'; exit; fi
             exec 3> {pipe}; echo waiting >&3; sleep 1000
             """));
        using var cancellation = new CancellationTokenSource();
        var request = client.SendAsync(HttpMethod.Get, "version", cancellationToken: cancellation.Token);
        using var life = new StreamReader(await Task.Run(() => File.OpenRead(pipe)));
        (await life.ReadLineAsync()).ShouldBe("waiting");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);

        // Ends only when the shell and its child, which both hold the pipe, have ended.
        (await life.ReadLineAsync()).ShouldBeNull();
    }

    [UnixFact]
    public void What_a_plugin_writes_to_standard_error_can_be_heard()
    {
        var heard = new List<string?>();
        void Hear(object? sender, System.Diagnostics.DataReceivedEventArgs line) => heard.Add(line.Data);
        KubernetesClientConfiguration.ExecStdError += Hear;

        try
        {
            Configure(Plugin($"echo 'please log in' >&2; echo '{Credential("""{"token":"t"}""")}'")).AccessToken.ShouldBe("t");
        }
        finally
        {
            KubernetesClientConfiguration.ExecStdError -= Hear;
        }

        heard.ShouldContain("please log in");
    }

    [UnixFact]
    public void A_plugin_can_be_run_by_hand()
    {
        var script = _folder.Write("plugin", $"echo '{Credential("""{"token":"t"}""")}'");
        var exec = new ExternalExecution { ApiVersion = V1, Command = "/bin/sh", Arguments = [script] };

        KubernetesClientConfiguration.ExecuteExternalCommand(exec).Status.Token.ShouldBe("t");
        using var process = KubernetesClientConfiguration.CreateRunnableExternalProcess(exec);
        process.StartInfo.FileName.ShouldBe("/bin/sh");
        process.StartInfo.RedirectStandardError.ShouldBeFalse();
    }

    private static string Credential(string status, string version = V1) =>
        $$"""{"apiVersion":"{{version}}","kind":"ExecCredential","status":{{status}}}""";

    private string Plugin(string script, string version = V1) =>
        $"exec: {{ apiVersion: {version}, command: /bin/sh, args: [{_folder.Write($"{Guid.NewGuid():N}", script)}] }}";

    // The token says how often the plugin has run.
    private string Counting(string name, string? expiry)
    {
        var runs = _folder.Path(name);
        var expiration = expiry is null ? "" : $", \"expirationTimestamp\": \"{expiry}\"";
        var credential = Credential($"{{ \"token\": \"run-%d\" {expiration} }}");
        return Plugin($"echo run >> {runs}; printf '{credential}' $(grep -c run {runs})");
    }

    private string Refusal(string script) => Should.Throw<KubeConfigException>(() => Configure(Plugin(script))).Message;

    private static KubernetesClientConfiguration Configure(string user) =>
        KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of("server: 'https://a'", user)));

    private static RawClient Connect(ApiServer server, string user) =>
        new(KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(server, user))));

    private static Task<ApiServer> StartAsync() => ApiServer.StartAsync(context => context.Response.WriteAsync(
        $"{context.Request.Headers.Authorization}|{context.Connection.ClientCertificate?.Subject}"));

    private static async Task<string> WhoAsync(string plugin, ApiServer? server = null)
    {
        await using var own = server is null ? await StartAsync() : null;
        using var client = Connect(server ?? own!, plugin);
        return await WhoAsync(client);
    }

    private static async Task<string> WhoAsync(RawClient client)
    {
        using var response = await client.SendAsync(HttpMethod.Get, "apis");
        return await response.Content.ReadAsStringAsync();
    }
}
