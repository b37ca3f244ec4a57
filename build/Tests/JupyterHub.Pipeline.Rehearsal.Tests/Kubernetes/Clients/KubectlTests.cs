using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Clients;

public sealed class KubectlTests : IAsyncLifetime
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, labels: { app: web } }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "example.org/web:1", ports: [{ containerPort: 80 }] }] }
        """;

    private RunningApi _api = null!;

    public async Task InitializeAsync() => _api = await RunningApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [ToolFact]
    public async Task Client_side_apply_creates_changes_and_leaves_alone()
    {
        (await Apply(Deployment)).ShouldBe("deployment.apps/web created\n");
        (await Apply(Deployment)).ShouldBe("deployment.apps/web unchanged\n");
        (await Apply(Deployment.Replace("web:1", "web:2"))).ShouldBe("deployment.apps/web configured\n");

        (await Kubectl("get", "deployment", "web", "-o", "jsonpath={.spec.template.spec.containers[*].image}")).ShouldBe("example.org/web:2");
    }

    [ToolFact]
    public async Task Server_side_apply_conflicts_until_it_is_forced()
    {
        await Apply(Deployment);
        var refused = await _api.KubectlAsync(Deployment.Replace("web:1", "web:2"), ["apply", "--server-side", "--field-manager", "me", "-f", "-"]);
        refused.ExitCode.ShouldNotBe(0);
        refused.StandardError.ShouldContain(
            "Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using apps/v1: .spec.template.spec.containers[name=\"web\"].image");

        (await Apply(Deployment.Replace("web:1", "web:2"), "--server-side", "--field-manager", "me", "--force-conflicts")).ShouldBe("deployment.apps/web serverside-applied\n");
    }

    [ToolFact]
    public async Task Unknown_fields_are_refused_by_the_server()
    {
        var refused = await _api.KubectlAsync(Deployment.Replace("replicas: 1", "replicas: 1\n  replica: 2"), ["apply", "-f", "-"]);

        refused.ExitCode.ShouldNotBe(0);
        refused.StandardError.ShouldContain("strict decoding error: unknown field \"spec.replica\"");
    }

    [ToolFact]
    public async Task Tables_have_the_columns_of_each_kind()
    {
        await Apply(Deployment);
        _api.Store.Create(_api.Store.Types["CustomResourceDefinition"], Columns());
        _api.Store.Create(_api.Store.Types["Widget"], Documents.Named("w", more: widget => widget["spec"] = new JsonObject { ["size"] = 7 }));

        Words(await Kubectl("get", "deployments")).ShouldBe(["NAME READY UP-TO-DATE AVAILABLE AGE", "web 0/1 0 0 AGE"]);
        Words(await Kubectl("get", "widgets")).ShouldBe(["NAME SIZE", "w 7"]);
        Words(await Kubectl("get", "namespaces")).ShouldContain("default Active AGE");
    }

    [ToolFact]
    public async Task Every_way_to_write_is_understood()
    {
        await Kubectl("create", "namespace", "n");
        await Kubectl("create", "configmap", "c", "-n", "n", "--from-literal=a=b");
        await Kubectl("create", "secret", "generic", "s", "-n", "n", "--from-literal=a=b");
        await Kubectl("create", "service", "loadbalancer", "s", "-n", "n", "--tcp=80");
        await Kubectl("create", "deployment", "d", "-n", "n", "--image=a:1", "--replicas=0");
        await Kubectl("create", "job", "j", "-n", "n", "--image=a:1");
        await Kubectl("label", "configmap", "c", "-n", "n", "l=1");
        await Kubectl("annotate", "configmap", "c", "-n", "n", "a=1");
        await Kubectl("patch", "configmap", "c", "-n", "n", "--type", "json", "-p", """[{"op":"add","path":"/data/x","value":"1"}]""");
        await Kubectl("patch", "configmap", "c", "-n", "n", "--type", "merge", "-p", """{"data":{"y":"1"}}""");
        await Kubectl("patch", "deployment", "d", "-n", "n", "-p", """{"spec":{"template":{"spec":{"containers":[{"name":"a","env":[{"name":"E","value":"1"}]}]}}}}""");
        await Kubectl("scale", "deployment", "d", "-n", "n", "--replicas", "4");
        await Kubectl("set", "image", "deployment/d", "-n", "n", "a=b:2");

        (await Kubectl("get", "configmap", "c", "-n", "n", "-o", "jsonpath={.data}{.metadata.labels}")).ShouldBe("""{"a":"b","x":"1","y":"1"}{"l":"1"}""");
        (await Kubectl("get", "deployment", "d", "-n", "n", "-o", "jsonpath={.spec.replicas} {.spec.template.spec.containers[0].image} {.spec.template.spec.containers[0].env[0].value}"))
            .ShouldBe("4 b:2 1");
        (await Kubectl("delete", "namespace", "n")).ShouldContain("deleted");
        (await Kubectl("get", "namespaces", "-o", "name")).ShouldNotContain("namespace/n\n");
    }

    [ToolFact]
    public async Task Waiting_ends_when_the_condition_comes_or_the_time_is_over()
    {
        await Apply(Deployment);
        var waiting = _api.KubectlAsync("wait", "--for", "condition=Available", "deployment/web", "--timeout", "60s");
        _api.CompleteWorkloads();
        (await waiting).StandardOutput.ShouldBe("deployment.apps/web condition met\n");
        (await Kubectl("rollout", "status", "deployment/web", "--timeout", "60s")).ShouldContain("successfully rolled out");

        var never = await _api.KubectlAsync("wait", "--for", "condition=Never", "deployment/web", "--timeout", "1s");
        never.ExitCode.ShouldNotBe(0);
        never.StandardError.ShouldContain("timed out waiting for the condition");
    }

    [ToolFact]
    public async Task What_the_server_has_can_be_asked()
    {
        (await Kubectl("version", "-o", "json")).ShouldContain(KubernetesApiServer.Version);
        (await Kubectl("api-resources", "--no-headers")).Split('\n').ShouldContain(line => line.StartsWith("deployments ", StringComparison.Ordinal));
        (await Kubectl("api-versions")).ShouldContain("networking.k8s.io/v1\n");
        (await Kubectl("explain", "deployment.spec.replicas")).ShouldContain("FIELD: replicas <integer>");
        (await Kubectl("auth", "can-i", "create", "pods")).ShouldBe("yes\n");
        (await Kubectl("auth", "whoami")).ShouldContain("kubernetes-admin");
        (await Kubectl("get", "--raw", "/readyz")).ShouldBe("ok");
        (await _api.KubectlAsync("get", "widgets")).StandardError.ShouldContain("the server doesn't have a resource type \"widgets\"");
    }

    private async Task<string> Apply(string document, params string[] more) => await Kubectl(document, ["apply", "-f", "-", .. more]);

    private Task<string> Kubectl(params string[] arguments) => Kubectl("", arguments);

    private async Task<string> Kubectl(string input, string[] arguments)
    {
        var result = await _api.KubectlAsync(input, arguments);
        result.ExitCode.ShouldBe(0, result.StandardError);
        return result.StandardOutput;
    }

    private static JsonObject Columns()
    {
        var definition = ClusterStoreTests.Definition();
        definition["spec"]!["versions"]![0]!["additionalPrinterColumns"] =
            new JsonArray(new JsonObject { ["name"] = "Size", ["type"] = "integer", ["jsonPath"] = ".spec.size" });
        return definition;
    }

    // Ages differ from run to run.
    private static IReadOnlyList<string> Words(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.RegularExpressions.Regex.Replace(line.Trim(), @"\s+", " "))
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, @" \d+s$", " AGE"))];
}
