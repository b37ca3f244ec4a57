using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace KubernetesClient.Tests;

public sealed class OperationsTests
{
    [Fact]
    public async Task The_servers_version_is_read_over_HTTP_2_unless_that_is_disabled()
    {
        var protocols = new List<string>();
        await using var server = await ApiServer.StartAsync(context =>
        {
            protocols.Add($"{context.Request.Protocol} {context.Request.Path}");
            return context.Response.WriteAsync("""{"major":"1","minor":"35","gitVersion":"v1.35.2"}""");
        });

        using var modern = new Kubernetes(Configure(server));
        using (var response = await modern.Version.GetCodeWithHttpMessagesAsync())
            response.Body.GitVersion.ShouldBe("v1.35.2");

        var config = Configure(server);
        config.DisableHttp2 = true;
        using var old = new Kubernetes(config);
        using (var response = await old.Version.GetCodeWithHttpMessagesAsync())
            response.Body.Minor.ShouldBe("35");

        protocols.ShouldBe(["HTTP/2 /version/", "HTTP/1.1 /version/"]);
    }

    [Fact]
    public async Task Secrets_are_written_and_read_as_bytes()
    {
        var log = new List<string>();
        await using var server = await EchoAsync(log);
        using var client = new Kubernetes(Configure(server));
        var secret = new V1Secret
        {
            ApiVersion = "v1",
            Kind = "Secret",
            Metadata = new V1ObjectMeta { Name = "tls", NamespaceProperty = "hub" },
            Data = new Dictionary<string, byte[]> { ["key"] = [1, 2, 255] },
        };

        using var created = await client.CoreV1.CreateNamespacedSecretWithHttpMessagesAsync(secret, "hub", fieldManager: "me");
        using var patched = await client.CoreV1.PatchNamespacedSecretWithHttpMessagesAsync(
            new V1Patch("""{"type":"Opaque"}""", V1Patch.PatchType.ApplyPatch), "tls", "hub", fieldManager: "me", force: true);

        created.Body.Data["key"].ShouldBe([1, 2, 255]);
        patched.Body.Type.ShouldBe("Opaque");
        log.ShouldBe(
        [
            "POST /api/v1/namespaces/hub/secrets?fieldManager=me application/json; charset=utf-8 "
            + """{"apiVersion":"v1","data":{"key":"AQL/"},"kind":"Secret","metadata":{"name":"tls","namespace":"hub"}}""",
            "PATCH /api/v1/namespaces/hub/secrets/tls?fieldManager=me&force=true application/apply-patch+yaml; charset=utf-8 "
            + """{"type":"Opaque"}""",
        ]);
    }

    [Fact]
    public async Task Objects_of_any_group_are_JSON()
    {
        var log = new List<string>();
        await using var server = await EchoAsync(log);
        using var client = new Kubernetes(Configure(server));
        var body = JsonNode.Parse("""{"kind":"Certificate","spec":{"x":null}}""");

        using var replaced = await client.CustomObjects.ReplaceNamespacedCustomObjectWithHttpMessagesAsync<JsonObject>(
            body, "cert-manager.io", "v1", "hub", "certificates", "a b");
        using var listed = await client.CustomObjects.ListClusterCustomObjectWithHttpMessagesAsync<JsonObject>(
            "", "v1", "namespaces", labelSelector: "a=b,c", limit: 5, continueParameter: "x&y");
        using var deleted = await client.CustomObjects.DeleteClusterCustomObjectWithHttpMessagesAsync(
            "", "v1", "namespaces", "hub", propagationPolicy: "Foreground");

        replaced.Body["kind"]!.GetValue<string>().ShouldBe("Certificate");
        log.ShouldBe(
        [
            "PUT /apis/cert-manager.io/v1/namespaces/hub/certificates/a%20b application/json; charset=utf-8 "
            + """{"kind":"Certificate","spec":{"x":null}}""",
            "GET /api/v1/namespaces?continue=x%26y&labelSelector=a%3Db%2Cc&limit=5  ",
            "DELETE /api/v1/namespaces/hub?propagationPolicy=Foreground  ",
        ]);
    }

    [Fact]
    public async Task Headers_of_a_request_are_its_callers()
    {
        await using var server = await ApiServer.StartAsync(context =>
            context.Response.WriteAsync($$"""{"kind":"{{context.Request.Headers.Accept}}"}"""));
        using var client = new Kubernetes(Configure(server));

        using var response = await client.CoreV1.ReadNamespaceWithHttpMessagesAsync(
            "hub",
            customHeaders: new Dictionary<string, IReadOnlyList<string>> { ["Accept"] = ["application/json;as=Table"] });

        response.Body.Kind.ShouldBe("application/json;as=Table");
    }

    [Fact]
    public void A_patch_needs_a_type_and_a_body()
    {
        Should.Throw<ArgumentException>(() => new V1Patch("{}", V1Patch.PatchType.Unknown));
        Should.Throw<ArgumentNullException>(() => new V1Patch(null, V1Patch.PatchType.MergePatch));
        KubernetesJson.Serialize(new V1Patch(new { Spec = 1 }, V1Patch.PatchType.MergePatch)).ShouldBe("""{"spec":1}""");
    }

    private static Task<ApiServer> EchoAsync(List<string> log) => ApiServer.StartAsync(async context =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = context.Request;
        log.Add($"{request.Method} {request.Path}{request.QueryString} {request.ContentType} {body}");
        await context.Response.WriteAsync(body.Length == 0 ? "{}" : body);
    });

    private static KubernetesClientConfiguration Configure(ApiServer server) =>
        KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(server, "token: secret")));
}
