using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Http;

public sealed class ServerTests
{
    [Fact]
    public async Task A_restart_keeps_port_token_and_authority()
    {
        using var directory = new TemporaryDirectory();
        using var store = ClusterStore.Open(stateDirectory: null);
        var options = new KubernetesApiOptions { StateDirectory = directory };
        var first = await KubernetesApiServer.StartAsync(store, options, CancellationToken.None);
        await first.DisposeAsync();

        await using var second = await KubernetesApiServer.StartAsync(store, options, CancellationToken.None);

        second.Endpoint.ShouldBe(first.Endpoint);
        second.Token.ShouldBe(first.Token);
        second.AuthorityPem.ShouldBe(first.AuthorityPem);
        second.Endpoint.Host.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task A_busy_port_is_a_problem_that_names_it()
    {
        using var directory = new TemporaryDirectory();
        using var store = ClusterStore.Open(stateDirectory: null);
        await using var first = await KubernetesApiServer.StartAsync(store, new KubernetesApiOptions { StateDirectory = directory }, CancellationToken.None);
        using var other = new TemporaryDirectory();
        var options = new KubernetesApiOptions { StateDirectory = other, Port = first.Endpoint.Port };

        var problem = await Should.ThrowAsync<ProblemException>(() => KubernetesApiServer.StartAsync(store, options, CancellationToken.None));

        problem.Problems.Single().Code.ShouldBe(KubernetesApiProblems.PortBusy);
        problem.Message.ShouldContain($"{first.Endpoint.Port}");
    }

    [Fact]
    public async Task The_kubeconfig_and_the_keys_are_their_owners_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var api = await RunningApi.StartAsync();

        foreach (var name in new[] { "kubeconfig", "token", "ca.pem" })
            File.GetUnixFileMode(Path.Combine(api.Directory, name)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
