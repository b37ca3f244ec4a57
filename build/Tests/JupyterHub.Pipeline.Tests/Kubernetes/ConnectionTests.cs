using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

public sealed class ConnectionTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kube configs-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_trusted()
    {
        await using var one = await TestCluster.StartAsync();
        await using var other = await TestCluster.StartAsync();

        (await RefusedAsync(one.Server.Endpoint.ToString(), authority: other.Server.AuthorityPem)).Code.ShouldBe(KubernetesProblems.Untrusted);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_not_trusted()
    {
        await using var cluster = await TestCluster.StartAsync();

        (await RefusedAsync(cluster.Server.Endpoint.ToString(), cluster.Server.AuthorityPem, more: ", tls-server-name: elsewhere.example.org")).Code.ShouldBe(KubernetesProblems.Untrusted);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var problem = await RefusedAsync("https://127.0.0.1:1");

        problem.Code.ShouldBe(KubernetesProblems.Unreachable);
        problem.Message.ShouldBe("https://127.0.0.1:1 does not answer.");
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        await using var cluster = await TestCluster.StartAsync();

        (await RefusedAsync(cluster.Server.Endpoint.ToString(), cluster.Server.AuthorityPem)).Code.ShouldBe(KubernetesProblems.Refused);
    }

    [Fact]
    public async Task Something_else_than_a_Kubernetes_API_is_recognized()
    {
        await using var api = await ScriptedApi.StartAsync((_, context) => context.Response.WriteAsync("<html>"));

        var problem = (await Should.ThrowAsync<ProblemException>(api.Client.VersionAsync(CancellationToken.None))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.Unreachable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ not yaml")]
    [InlineData("current-context: gone")]
    [InlineData("apiVersion: v1")]
    public void A_kubeconfig_that_can_not_be_used_is_a_problem(string? text)
    {
        var path = Path.Combine(_directory, "config");
        if (text is not null)
            File.WriteAllText(path, text);

        var problem = Should.Throw<ProblemException>(() => Connect(path)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.KubeconfigUnusable);
        problem.Location.ShouldBe(path);
    }

    [Fact]
    public async Task Several_kubeconfigs_are_merged_as_kubectl_merges_them()
    {
        await using var cluster = await TestCluster.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_directory, "ca.crt"), cluster.Server.AuthorityPem);
        var first = Write("first", "current-context: real\ncontexts: [{ name: real, context: { cluster: real, user: me } }]\nusers: [{ name: me, user: { token: " + cluster.Server.Token + " } }]");
        var second = Write("second", $"current-context: other\nclusters: [{{ name: real, cluster: {{ server: \"{cluster.Server.Endpoint}\", certificate-authority: ca.crt }} }}]\nusers: [{{ name: me, user: {{ token: wrong }} }}]");
        var list = string.Join(Path.PathSeparator, first, Path.Combine(_directory, "missing"), second);

        using var client = Connect(list);

        (await client.VersionAsync(CancellationToken.None)).ShouldStartWith("v1.");
        client.Endpoints.Command("kubectl", "get nodes").ShouldBe($"KUBECONFIG='{list}' kubectl get nodes");
    }

    [Fact]
    public void A_command_for_people_quotes_what_a_shell_would_split()
    {
        new PlatformEndpoints { Kubeconfig = "/tmp/config", Context = "it's mine" }.Command("helm", "list").ShouldBe(@"helm --kubeconfig /tmp/config --kube-context 'it'\''s mine' list");
        new PlatformEndpoints { Kubeconfig = "/tmp/a b" }.Command("kubectl", "get pods").ShouldBe("kubectl --kubeconfig '/tmp/a b' get pods");
    }

    private static KubernetesCluster Connect(string kubeconfig)
        => KubernetesCluster.Connect(new PlatformEndpoints { Kubeconfig = kubeconfig }, new Door(DoorName.Kubernetes), TimeProvider.System);

    private async Task<Problem> RefusedAsync(string server, string? authority = null, string more = "")
    {
        if (authority is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_directory, "ca.crt"), authority);
            more += ", certificate-authority: ca.crt";
        }
        using var client = Connect(Write("config", ScriptedApi.Text(server.TrimEnd('/'), "wrong", more)));
        return (await Should.ThrowAsync<ProblemException>(client.VersionAsync(CancellationToken.None))).Problems.ShouldHaveSingleItem();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }
}
