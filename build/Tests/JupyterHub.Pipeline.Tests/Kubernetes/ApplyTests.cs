using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using static JupyterHub.Pipeline.Tests.Kubernetes.TestCluster;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

public sealed class ApplyTests : IAsyncLifetime
{
    private const string Credentials = """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"keys","namespace":"default"},"stringData":{"a":"1","b":"2"}}""";

    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task What_is_as_asked_for_is_not_written_again()
    {
        (await _cluster.ApplyAsync(ConfigMap("one"), Credentials)).Count.ShouldBe(2);
        var (writes, changes) = (_cluster.Door.Writes, _cluster.Server.ChangingRequests);

        (await _cluster.ApplyAsync(ConfigMap("one"), Credentials)).ShouldBeEmpty();

        writes.ShouldBe(2);
        _cluster.Door.Writes.ShouldBe(writes);
        _cluster.Server.ChangingRequests.ShouldBe(changes);
        _cluster.Server.MutatingRequests.ShouldBe(2);
    }

    [Fact]
    public async Task What_changed_is_changed_and_what_is_no_longer_said_is_removed()
    {
        await _cluster.ApplyAsync(ConfigMap("one", """{"color":"blue","shape":"round"}"""), Credentials);

        await _cluster.ApplyAsync(ConfigMap("one", """{"color":"red"}"""), Credentials.Replace(",\"b\":\"2\"", "", StringComparison.Ordinal));

        (await _cluster.Client.GetAsync(ConfigMapOf("one"), default))!["data"]!.ToJsonString().ShouldBe("""{"color":"red"}""");
        (await _cluster.Client.GetAsync(new ObjectReference("v1", "Secret", "default", "keys"), default))!["data"]!.ToJsonString().ShouldBe("""{"a":"MQ=="}""");
    }

    [Fact]
    public async Task What_somebody_took_away_is_put_back()
    {
        await _cluster.ApplyAsync(ConfigMap("one"));
        await _cluster.SendAsync("PATCH", "/api/v1/namespaces/default/configmaps/one", """{"data":null}""", "application/merge-patch+json");

        (await _cluster.ApplyAsync(ConfigMap("one"))).ShouldHaveSingleItem();

        (await _cluster.Client.GetAsync(ConfigMapOf("one"), default))!["data"]!.ToJsonString().ShouldBe("""{"color":"blue"}""");
    }

    [Fact]
    public async Task What_others_add_to_an_object_stays_and_is_no_reason_to_write()
    {
        await _cluster.ApplyAsync(ConfigMap("one"));
        await _cluster.SendAsync("PATCH", "/api/v1/namespaces/default/configmaps/one?fieldManager=them", ConfigMap("one", """{"theirs":"x"}"""));

        (await _cluster.ApplyAsync(ConfigMap("one"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_field_of_another_manager_is_refused_naming_both_managers_and_the_field()
    {
        await _cluster.SendAsync("PATCH", "/api/v1/namespaces/default/configmaps/one?fieldManager=somebody-else", ConfigMap("one", """{"color":"green"}"""));

        var problem = (await Should.ThrowAsync<ProblemException>(_cluster.ApplyAsync(ConfigMap("one")))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.Conflict);
        problem.Message.ShouldBe(".data.color of ConfigMap default/one belongs to somebody-else; jupyterhub-pipeline does not take it.");
        (await _cluster.Client.GetAsync(ConfigMapOf("one"), default))!["data"]!.ToJsonString().ShouldBe("""{"color":"green"}""");
    }

    [Fact]
    public async Task A_rejected_object_is_explained_in_the_servers_words()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(_cluster.ApplyAsync("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one","namespace":"default"},"date":{}}""")))
            .Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.Rejected);
        problem.Location.ShouldBe("apply ConfigMap default/one");
        problem.Cause.ShouldNotBeNull().ShouldContain("date");
    }

    [Fact]
    public async Task A_kind_that_the_cluster_does_not_serve_is_named()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(_cluster.ApplyAsync("""{"apiVersion":"example.org/v1","kind":"Gadget","metadata":{"name":"g"}}"""))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.UnknownKind);
        problem.Message.ShouldBe("The cluster does not serve Gadget in example.org/v1.");
        _cluster.Door.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Targets_may_apply_the_same_object_at_the_same_time()
    {
        const string @namespace = """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shared"}}""";

        await Task.WhenAll(Enumerable.Range(0, 12).Select(x => _cluster.ApplyAsync(
            $$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c{{x}}","namespace":"shared"},"data":{"x":"{{x}}"} }""", @namespace)));

        (await _cluster.Client.ListAsync("v1", "ConfigMap", "shared", null, default)).Count(x => ((string)x["metadata"]!["name"]!).StartsWith('c')).ShouldBe(12);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_may_be_gone_already()
    {
        await _cluster.ApplyAsync(ConfigMap("one"));

        await _cluster.Client.DeleteAsync(ConfigMapOf("one"), default);
        await _cluster.Client.DeleteAsync(ConfigMapOf("one"), default);
        await _cluster.Client.DeleteAsync(new ObjectReference("example.org/v1", "Gadget", null, "g"), default);

        (await _cluster.Client.GetAsync(ConfigMapOf("one"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_cancelled_apply_ends_as_cancelled()
        => await Should.ThrowAsync<OperationCanceledException>(
            _cluster.Client.ApplyAsync([Parse(ConfigMap("one"))], TimeSpan.FromMinutes(1), new CancellationToken(canceled: true)));
}
