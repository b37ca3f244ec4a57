using System.Net;
using k8s;
using k8s.Autorest;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace KubernetesClient.Tests;

public sealed class RawRequestsTests
{
    [Fact]
    public async Task Any_object_is_applied_with_its_content_type_query_and_token()
    {
        string? seen = null;
        await using var server = await ApiServer.StartAsync(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            seen = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.ContentType} "
                + $"{context.Request.Headers.Authorization} {await body.ReadToEndAsync()}";
            await context.Response.WriteAsync("""{"kind":"Deployment"}""");
        });
        using var client = Connect(server, "token: secret");

        using var response = await client.SendAsync(
            HttpMethod.Patch,
            "apis/apps/v1/namespaces/hub/deployments/hub?fieldManager=me&force=false",
            """{"spec":{}}""",
            "application/apply-patch+yaml");

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"kind":"Deployment"}""");
        seen.ShouldBe(
            "PATCH /apis/apps/v1/namespaces/hub/deployments/hub?fieldManager=me&force=false application/apply-patch+yaml "
            + """Bearer secret {"spec":{}}""");
    }

    [Fact]
    public async Task A_response_is_read_while_the_server_still_writes_it()
    {
        var more = new TaskCompletionSource();
        await using var server = await ApiServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first\n");
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("second\n");
        });
        using var client = Connect(server, "token: secret");

        using var response = await client.SendAsync(HttpMethod.Get, "api/v1/pods?watch=true");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await lines.ReadLineAsync()).ShouldBe("first");
        more.SetResult();
        (await lines.ReadLineAsync()).ShouldBe("second");
        (await lines.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Reading_a_response_that_does_not_end_is_cancelled()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await ApiServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await context.Response.WriteAsync("first\n");
            await context.Response.Body.FlushAsync();
            await aborted.Task;
        });
        using var client = Connect(server, "token: secret");
        using var cancellation = new CancellationTokenSource();
        using var response = await client.SendAsync(HttpMethod.Get, "api/v1/pods?watch=true");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        await lines.ReadLineAsync();

        var next = lines.ReadLineAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        response.Dispose();
        await aborted.Task;
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_the_request_and_the_response()
    {
        await using var server = await ApiServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            context.Response.Headers["Retry-After"] = "1";
            return context.Response.WriteAsync("""{"kind":"Status","reason":"Conflict","code":409}""");
        });
        using var client = Connect(server, "token: secret");

        var exception = await Should.ThrowAsync<HttpOperationException>(
            () => client.SendAsync(HttpMethod.Put, "api/v1/namespaces/hub", "{}"));

        exception.Response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        exception.Response.Content.ShouldContain("\"Conflict\"");
        exception.Response.Headers["Retry-After"].ShouldBe(["1"]);
        exception.Request.Method.ShouldBe(HttpMethod.Put);
        exception.Request.RequestUri.AbsolutePath.ShouldBe("/api/v1/namespaces/hub");
        exception.Request.Content.ShouldBe("{}");
    }

    [Fact]
    public async Task The_public_client_sends_requests_once_the_credentials_have_processed_them()
    {
        await using var server = await ApiServer.StartAsync(
            context => context.Response.WriteAsync($"{context.Request.Headers.Authorization}"));
        using var client = Connect(server, "token: secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseUri, "version"));

        await client.Credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        using var response = await client.HttpClient.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("Bearer secret");
    }

    [Fact]
    public async Task Requests_pass_the_handlers_in_their_order()
    {
        await using var server = await ApiServer.StartAsync(
            context => context.Response.WriteAsync($"{context.Request.Headers["X-Passed"]}"));
        var config = KubernetesClientConfiguration.BuildConfigFromConfigFile(
            KubeConfig.Stream(KubeConfig.Of(server, "token: secret")));
        using var client = new RawClient(config, new Stamp("1"), new Stamp("2"));

        using var response = await client.SendAsync(HttpMethod.Get, "version");

        (await response.Content.ReadAsStringAsync()).ShouldBe("1, 2");
    }

    [Fact]
    public async Task A_server_under_a_path_keeps_it()
    {
        await using var server = await ApiServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path));
        var config = KubernetesClientConfiguration.BuildConfigFromConfigFile(
            KubeConfig.Stream(KubeConfig.Of(server, "token: secret")), masterUrl: server.Url + "/k8s/clusters/c-1");
        using var client = new RawClient(config);

        using var response = await client.SendAsync(HttpMethod.Get, "api/v1/nodes");

        (await response.Content.ReadAsStringAsync()).ShouldBe("/k8s/clusters/c-1/api/v1/nodes");
    }

    private static RawClient Connect(ApiServer server, string user) =>
        new(KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(server, user))));

    private sealed class Stamp(string mark) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Passed", mark);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
