using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;
using KubernetesClient.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace KubernetesClient.Tests;

public sealed class WatchTests
{
    [Fact]
    public async Task Events_are_yielded_as_they_come_bookmarks_too()
    {
        var next = new SemaphoreSlim(0);
        await using var server = await ServeAsync(async context =>
        {
            await LineAsync(context, Event("ADDED", "a", 1));
            await next.WaitAsync();
            await LineAsync(context, Event("MODIFIED", "a", 2));
            await next.WaitAsync();
            await LineAsync(context, """{"type":"BOOKMARK","object":{"kind":"ConfigMap","metadata":{"resourceVersion":"9"}}}""");
            await LineAsync(context, Event("DELETED", "a", 10));
        });
        using var client = Connect(server);
        var seen = new List<string>();

        await foreach (var (type, item) in client.WatchNamespacedAsync<V1ConfigMap>("hub"))
        {
            seen.Add($"{type} {item.Metadata.Name} {item.Metadata.ResourceVersion}");
            next.Release();
        }

        seen.ShouldBe(["Added a 1", "Modified a 2", "Bookmark  9", "Deleted a 10"]);
    }

    [Fact]
    public async Task The_server_is_asked_to_watch_the_resource()
    {
        string? url = null;
        await using var server = await ServeAsync(context =>
        {
            url = context.Request.Path + context.Request.QueryString;
            return LineAsync(context, Event("ADDED", "a", 1));
        });
        using var client = Connect(server);

        await foreach (var _ in client.WatchNamespacedAsync<V1ConfigMap>("hub"))
        {
        }

        url.ShouldBe("/api/v1/namespaces/hub/configmaps?watch=true");
    }

    [Fact]
    public async Task A_failure_inside_the_stream_is_reported_with_its_status_and_the_stream_goes_on()
    {
        await using var server = await ServeAsync(async context =>
        {
            await LineAsync(context, """{"type":"ERROR","object":{"kind":"Status","status":"Failure","reason":"Expired","code":410,"message":"too old"}}""");
            await LineAsync(context, "not JSON");
            await LineAsync(context, Event("ADDED", "a", 1));
        });
        using var client = Connect(server);
        var errors = new List<Exception>();
        var events = 0;

        await foreach (var _ in client.WatchNamespacedAsync<V1ConfigMap>("hub", errors.Add))
            events++;

        var gone = errors[0].ShouldBeOfType<KubernetesException>();
        gone.Status.Code.ShouldBe(410);
        gone.Status.Reason.ShouldBe("Expired");
        gone.Message.ShouldBe("too old");
        errors[1].ShouldBeAssignableTo<JsonException>();
        events.ShouldBe(1);
    }

    [Fact]
    public async Task A_watch_that_is_refused_throws()
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return context.Response.WriteAsync("""{"kind":"Status","code":410}""");
        });
        using var client = Connect(server);

        var exception = await Should.ThrowAsync<HttpOperationException>(async () =>
        {
            await foreach (var _ in client.WatchAsync<V1ConfigMap>())
            {
            }
        });

        exception.Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_watch_that_the_server_ends_without_an_event_throws()
    {
        await using var server = await ServeAsync(_ => Task.CompletedTask);
        using var client = Connect(server);

        await Should.ThrowAsync<EndOfStreamException>(async () =>
        {
            await foreach (var _ in client.WatchAsync<V1ConfigMap>())
            {
            }
        });
    }

    [Fact]
    public async Task A_watch_is_cancelled_while_it_waits_and_the_server_learns_of_it()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await ServeAsync(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await LineAsync(context, Event("ADDED", "a", 1));
            await aborted.Task;
        });
        using var client = Connect(server);
        using var cancellation = new CancellationTokenSource();
        var events = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.WatchAsync<V1ConfigMap>(cancel: cancellation.Token))
            {
                events++;
                await cancellation.CancelAsync();
            }
        });

        events.ShouldBe(1);
        await aborted.Task;
    }

    [Fact]
    public async Task A_watch_outlives_the_timeout_of_requests()
    {
        var next = new SemaphoreSlim(0);
        await using var server = await ServeAsync(async context =>
        {
            if (!context.Request.Query.ContainsKey("watch"))
                await Task.Delay(Timeout.Infinite, context.RequestAborted);

            await LineAsync(context, Event("ADDED", "a", 1));
            await next.WaitAsync();
            await LineAsync(context, Event("ADDED", "b", 2));
        });
        var config = Configure(server);
        config.HttpClientTimeout = TimeSpan.FromMilliseconds(1);
        using var kubernetes = new Kubernetes(config);
        using var client = new GenericClient(kubernetes, "v1", "configmaps");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadNamespacedAsync<V1ConfigMap>("hub", "a"));

        var events = 0;
        await foreach (var _ in client.WatchAsync<V1ConfigMap>())
        {
            events++;
            next.Release();
        }

        events.ShouldBe(2);
    }

    [Fact]
    public async Task A_watcher_calls_back_and_says_when_it_is_closed()
    {
        await using var server = await ServeAsync(async context =>
        {
            await LineAsync(context, Event("ADDED", "a", 1));
            await LineAsync(context, """{"type":"ERROR","object":{"kind":"Status","message":"too old"}}""");
        });
        using var client = Connect(server);
        var seen = new List<string>();
        var closed = new TaskCompletionSource();

        using var watcher = client.Watch<V1ConfigMap>(
            (type, item) => seen.Add($"{type} {item.Metadata.Name}"),
            error => seen.Add(error.Message),
            closed.SetResult);
        await closed.Task;

        seen.ShouldBe(["Added a", "too old"]);
        watcher.Watching.ShouldBeFalse();
    }

    [Fact]
    public async Task A_watcher_that_is_disposed_is_closed_without_an_error()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await ServeAsync(async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await LineAsync(context, Event("ADDED", "a", 1));
            await aborted.Task;
        });
        using var client = Connect(server);
        var first = new TaskCompletionSource();
        var closed = new TaskCompletionSource();
        var errors = new List<Exception>();
        var watcher = client.WatchNamespaced<V1ConfigMap>("hub", (_, _) => first.TrySetResult(), errors.Add, closed.SetResult);
        await first.Task;

        watcher.Dispose();

        await closed.Task;
        await aborted.Task;
        errors.ShouldBeEmpty();
    }

    private static string Event(string type, string name, int version) =>
        $$"""{"type":"{{type}}","object":{"kind":"ConfigMap","metadata":{"name":"{{name}}","resourceVersion":"{{version}}" } } }""";

    private static Task<ApiServer> ServeAsync(RequestDelegate answer) => ApiServer.StartAsync(answer);

    private static async Task LineAsync(HttpContext context, string line)
    {
        await context.Response.WriteAsync(line + "\n");
        await context.Response.Body.FlushAsync();
    }

    private static KubernetesClientConfiguration Configure(ApiServer server) =>
        KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(KubeConfig.Of(server, "token: secret")));

    private static GenericClient Connect(ApiServer server) => new(new Kubernetes(Configure(server)), "v1", "configmaps");
}
