using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

public sealed class WorkloadTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "web:1" }] }
        """;

    [Fact]
    public async Task A_deployment_becomes_available_with_the_status_that_clients_wait_for()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(Deployment);
        var live = await cluster.Until(Resources.Deployments, "shop", "web", each => each.Number("status", "availableReplicas") == 3);
        live.Number("status", "observedGeneration").ShouldBe(1);
        live.Number("status", "updatedReplicas").ShouldBe(3);
        live.At("status", "unavailableReplicas").ShouldBeNull();
        live = await cluster.Until(Resources.Deployments, "shop", "web", each => Conditions.Find(each, "Progressing").Text("reason") == "NewReplicaSetAvailable");
        Conditions.IsTrue(live, "Available").ShouldBeTrue();
        live.Text("metadata", "annotations", "deployment.kubernetes.io/revision").ShouldBe("1");
    }

    [Fact]
    public async Task A_changed_template_is_rolled_out_and_the_old_pods_go()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(Deployment);
        await cluster.Until(Resources.Deployments, "shop", "web", each => each.Number("status", "availableReplicas") == 3);
        cluster.Apply(Deployment.Replace("web:1", "web:2", StringComparison.Ordinal));
        await cluster.Until(Resources.Deployments, "shop", "web", each =>
            each.Number("status", "observedGeneration") == 2 && each.Number("status", "updatedReplicas") == 3
            && each.Number("status", "replicas") == 3 && each.Number("status", "availableReplicas") == 3);
        await cluster.Settle();
        cluster.Cluster.List(Resources.Pods, "shop").Select(pod => pod.Items("spec", "containers").First().Text("image")).ShouldBe(["web:2", "web:2", "web:2"]);
        cluster.Cluster.List(Resources.ReplicaSets, "shop").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_recreated_deployment_never_has_an_old_and_a_new_pod_at_once()
    {
        await using var cluster = new RunningCluster();
        var recreated = Deployment.Replace("replicas: 3", "strategy: { type: Recreate }", StringComparison.Ordinal);
        cluster.Apply(recreated);
        await cluster.Until(Resources.Deployments, "shop", "web", each => each.Number("status", "availableReplicas") == 1);
        var from = cluster.Store.ResourceVersion;
        cluster.Apply(recreated.Replace("web:1", "web:2", StringComparison.Ordinal));
        var alive = 1;
        await foreach (var change in cluster.Store.Watch(cluster.Store.Types["Pod"], from))
        {
            alive += change.Type switch { ClusterEventType.Added => 1, ClusterEventType.Deleted => -1, _ => 0 };
            alive.ShouldBeLessThan(2);
            if (change.Type == ClusterEventType.Modified && change.Object.Items("spec", "containers").First().Text("image") == "web:2")
                break;
        }
    }

    [Fact]
    public async Task A_deployment_waits_for_its_service_account()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(Deployment.Replace("spec: { containers", "spec: { serviceAccountName: robot, containers", StringComparison.Ordinal));
        var live = await cluster.Until(Resources.Deployments, "shop", "web", each => Conditions.IsTrue(each, "ReplicaFailure"));
        Conditions.Find(live, "ReplicaFailure").Text("message")!.ShouldContain("error looking up service account shop/robot: serviceaccount \"robot\" not found");
        cluster.Apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: robot, namespace: shop }");
        await cluster.Until(Resources.Deployments, "shop", "web", each => each.Number("status", "availableReplicas") == 3 && Conditions.Find(each, "ReplicaFailure") is null);
    }

    [Fact]
    public async Task A_pod_waits_for_the_secret_that_it_reads()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply("""
            apiVersion: v1
            kind: Pod
            metadata: { name: reader, namespace: shop }
            spec:
              containers:
                - name: reader
                  image: reader
                  env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: token, key: value } } }]
            """);
        var waiting = await cluster.Until(Resources.Pods, "shop", "reader", pod =>
            pod.Items("status", "containerStatuses").Any(each => each.Text("state", "waiting", "reason") == "CreateContainerConfigError"));
        waiting.Items("status", "containerStatuses").Single().Text("state", "waiting", "message").ShouldBe("Error: secret \"token\" not found");
        Conditions.IsTrue(waiting, "Ready").ShouldBeFalse();
        cluster.Apply("apiVersion: v1\nkind: Secret\nmetadata: { name: token, namespace: shop }\nstringData: { value: x }");
        await cluster.Until(Resources.Pods, "shop", "reader", pod => Conditions.IsTrue(pod, "Ready"));
    }

    [Fact]
    public async Task A_daemon_runs_once_on_every_node_that_it_fits()
    {
        await using var cluster = new RunningCluster(nodes: 4);
        cluster.Apply("""
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: { name: agent, namespace: shop }
            spec:
              selector: { matchLabels: { app: agent } }
              template:
                metadata: { labels: { app: agent } }
                spec: { containers: [{ name: agent, image: agent }] }
            """);
        await cluster.Until(Resources.DaemonSets, "shop", "agent", each => each.Number("status", "numberAvailable") == 4 && each.Number("status", "updatedNumberScheduled") == 4);
        cluster.Cluster.List(Resources.Pods, "shop").Select(pod => pod.Text("spec", "nodeName")).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task A_job_completes()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply("""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: once, namespace: shop }
            spec: { template: { spec: { restartPolicy: Never, containers: [{ name: once, image: once }] } } }
            """);
        var job = await cluster.Until(Resources.Jobs, "shop", "once", each => Conditions.IsTrue(each, "Complete"));
        job.Number("status", "succeeded").ShouldBe(1);
        job.Text("status", "completionTime").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_service_lists_the_ready_pods_behind_it()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply("apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }");
        cluster.Apply(Deployment);
        await cluster.Until(Resources.Deployments, "shop", "web", each => each.Number("status", "availableReplicas") == 3);
        await cluster.Settle();
        var slice = cluster.Cluster.List(Resources.EndpointSlices, "shop").ShouldHaveSingleItem();
        slice.Items("endpoints").Count(endpoint => endpoint.Flag("conditions", "ready") == true).ShouldBe(3);
        slice.Items("ports").Single().Number("port").ShouldBe(8080);
    }

    [Fact]
    public async Task Starting_again_with_the_same_state_writes_nothing()
    {
        using var state = new Kubernetes.TemporaryDirectory();
        long version;
        await using (var cluster = new RunningCluster(state))
        {
            cluster.Apply(Deployment);
            await cluster.Until(Resources.Deployments, "shop", "web", each => each.Number("status", "availableReplicas") == 3);
            await cluster.Settle();
            version = cluster.Store.ResourceVersion;
        }
        await using var again = new RunningCluster(state);
        await again.Settle();
        again.Store.ResourceVersion.ShouldBe(version);
    }
}
