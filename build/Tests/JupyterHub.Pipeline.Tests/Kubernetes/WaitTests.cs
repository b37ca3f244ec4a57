using System.Diagnostics;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using static JupyterHub.Pipeline.Tests.Kubernetes.TestCluster;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

public sealed class WaitTests : IAsyncLifetime
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(2);

    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task What_becomes_ready_later_is_seen_without_a_write()
    {
        var waiting = Until(Is("one", "green"));
        await _cluster.ApplyAsync(ConfigMap("one"));
        waiting.IsCompleted.ShouldBeFalse();
        await _cluster.ApplyAsync(ConfigMap("one", """{"color":"green"}"""));

        await waiting;

        _cluster.Door.Writes.ShouldBe(2);
    }

    [Fact]
    public async Task An_object_that_is_deleted_and_made_anew_is_still_waited_for()
    {
        await _cluster.ApplyAsync(ConfigMap("one"));
        var waiting = Until(Is("one", "green"));
        await _cluster.Client.DeleteAsync(ConfigMapOf("one"), default);
        await _cluster.ApplyAsync(ConfigMap("one", """{"color":"green"}"""));

        await waiting;
    }

    [Fact]
    public async Task A_kind_may_come_after_the_wait_for_its_object_began()
    {
        var waiting = Until(Readiness.Exists(new ObjectReference("example.org/v1", "Gadget", "default", "g")));
        await _cluster.ApplyAsync(
            """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"gadgets.example.org"},
             "spec":{"group":"example.org","scope":"Namespaced","names":{"kind":"Gadget","plural":"gadgets","singular":"gadget"},
             "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}}]}}
            """);
        waiting.IsCompleted.ShouldBeFalse();
        await _cluster.ApplyAsync("""{"apiVersion":"example.org/v1","kind":"Gadget","metadata":{"name":"g","namespace":"default"}}""");

        await waiting;
    }

    [Fact]
    public async Task At_the_deadline_every_late_object_is_told_with_its_last_state_its_last_event_and_a_command()
    {
        await _cluster.ApplyAsync(ConfigMap("here"), ConfigMap("one"));
        await Event("one", "Normal", "Pulled", "2026-01-01T00:00:03Z");
        await Event("one", "Warning", "FailedScheduling", "2026-01-01T00:00:02Z");
        await Event("other", "Warning", "Unrelated", "2026-01-01T00:00:09Z");

        var problems = (await Should.ThrowAsync<ProblemException>(_cluster.Client.UntilAsync(
            [Readiness.Exists(ConfigMapOf("here")), Is("one", "green"), Readiness.Exists(ConfigMapOf("two"))], TimeSpan.FromSeconds(5), default))).Problems;

        problems.Count.ShouldBe(2);
        problems.ShouldAllBe(x => x.Code == KubernetesProblems.NotReady);
        problems[0].Message.ShouldBe("ConfigMap default/one data.color blue, waiting for green after 5 s.");
        problems[0].Cause.ShouldBe("data.color blue, waiting for green; last event: FailedScheduling: about one");
        problems[0].NextStep.ShouldBe($"kubectl --kubeconfig '{_cluster.Kubeconfig}' -n default describe configmap one");
        problems[1].Cause.ShouldBe("does not exist");
    }

    [Fact]
    public void A_workload_tells_what_its_condition_says()
    {
        var deployment = Parse("""{"metadata":{"generation":2},"spec":{"replicas":2},"status":{"observedGeneration":2,"availableReplicas":1,"conditions":[{"type":"Available","status":"False","reason":"MinimumReplicasUnavailable","message":"Deployment does not have minimum availability."}]}}""");

        Readiness.Deployment("ns", "hub").Describe(deployment).ShouldBe("0/2 available, MinimumReplicasUnavailable: Deployment does not have minimum availability.");
        Readiness.Deployment("ns", "hub").Describe(Parse("""{"metadata":{"generation":2},"status":{"observedGeneration":1}}""")).ShouldBe("its latest change is not observed yet");
        Readiness.Field(ConfigMapOf("x"), "Connected", "status", "phase").Describe(Parse("""{"status":{"phase":"Connecting","message":"no monitor answers"}}"""))
            .ShouldBe("status.phase Connecting, waiting for Connected (no monitor answers)");
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = _cluster.Client.UntilAsync([Readiness.Exists(ConfigMapOf("never"))], TimeSpan.FromHours(1), cancellation.Token);
        var watch = Stopwatch.StartNew();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static Readiness Is(string name, string color) => Readiness.Field(ConfigMapOf(name), color, "data", "color");

    private Task Until(params Readiness[] all) => _cluster.Client.UntilAsync(all, Ample, default);

    private Task<IReadOnlyList<ObjectReference>> Event(string name, string type, string reason, string time) => _cluster.ApplyAsync(
        $$"""
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"{{name}}.{{reason.ToLowerInvariant()}}","namespace":"default"},"type":"{{type}}","reason":"{{reason}}","message":"about {{name}}",
         "lastTimestamp":"{{time}}","involvedObject":{"kind":"ConfigMap","name":"{{name}}","namespace":"default"} }
        """);
}
