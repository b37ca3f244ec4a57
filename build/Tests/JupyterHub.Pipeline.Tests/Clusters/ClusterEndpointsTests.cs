using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Clusters;

public sealed class ClusterEndpointsTests : IDisposable
{
    private readonly EnvironmentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_existing_cluster_is_reached_through_its_kubeconfig_and_context()
    {
        _folder.Write("kubeconfig", "");

        var endpoints = await Provision(_folder.Load(EnvironmentFolder.Minimal.Replace("provider: existing", "provider: existing\n  kubeconfig: kubeconfig\n  context: production", StringComparison.Ordinal)));

        endpoints.ShouldBe(new PlatformEndpoints { Kubeconfig = _folder.PathOf("kubeconfig"), Context = "production" });
    }

    [Fact]
    public async Task A_cluster_that_the_pipeline_can_not_make_is_refused_at_its_place()
    {
        var environment = _folder.Load(EnvironmentFolder.Minimal.Replace("provider: existing", "provider: rke2\n  version: v1.35.7+rke2r1\n  servers: [a, b, c]", StringComparison.Ordinal));

        var problem = (await Should.ThrowAsync<ProblemException>(Provision(environment))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(ClusterProblems.ProviderUnavailable);
        problem.Location.ShouldBe("environments/x.yaml:3:13");
    }

    [Fact]
    public async Task A_rehearsal_needs_a_build_that_carries_one()
    {
        var environment = new EnvironmentCatalog(EnvironmentFolder.Repository).Load("onprem-rehearsal");

        (await Should.ThrowAsync<ProblemException>(Provision(environment))).Problems.ShouldHaveSingleItem().Code.ShouldBe(ClusterProblems.NoRehearsal);
    }

    [Fact]
    public async Task A_rehearsal_is_told_what_it_has_to_know()
    {
        var rehearsal = new Recording();
        var environment = new EnvironmentCatalog(EnvironmentFolder.Repository).Load("onprem-rehearsal");

        await new ClusterEndpoints(rehearsal, new Known(), "/state").ProvisionAsync(environment, default);

        var request = rehearsal.Request.ShouldNotBeNull();
        request.StateDirectory.ShouldBe(Path.Combine("/state", "onprem-rehearsal"));
        request.Zone.ShouldBe("hub.rehearsal.test");
        request.HubHost.ShouldBe("jupyter.hub.rehearsal.test");
        request.TsigKey.ShouldBe(("hub-key", "hmac-sha256", "s3cret"));
        request.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public void A_cluster_that_is_too_old_or_too_small_is_refused_at_the_places_that_ask_for_more()
    {
        var environment = _folder.Load(EnvironmentFolder.Minimal);

        var problems = EnvironmentChecks.AgainstCluster(environment, Version("v1.30.1"), nodes: 2);

        problems.Select(x => x.Code.Id).Distinct().Count().ShouldBe(2);
        problems.ShouldContain(x => x.Message.StartsWith("charts.certManager.version is v1.21.1", StringComparison.Ordinal));
        problems.ShouldContain(x => x.Message.StartsWith("storage.longhorn.replicas", StringComparison.Ordinal));
        EnvironmentChecks.AgainstCluster(environment, Version("v1.35.2"), nodes: 3).ShouldBeEmpty();
    }

    private static KubernetesVersion Version(string text) => KubernetesVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);

    private static Task<PlatformEndpoints> Provision(DeploymentEnvironment environment) => new ClusterEndpoints(rehearsal: null, new Known(), "/state").ProvisionAsync(environment, default);

    private sealed class Known : ISecretSource
    {
        public Task<string> GetAsync(SecretReference reference, CancellationToken cancellation) => Task.FromResult("s3cret");
    }

    private sealed class Recording : IRehearsal
    {
        public RehearsalRequest? Request { get; private set; }

        public Task<PlatformEndpoints> StartAsync(RehearsalRequest request, CancellationToken cancellation)
        {
            Request = request;
            return Task.FromResult(new PlatformEndpoints { Kubeconfig = "/state/kubeconfig" });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
