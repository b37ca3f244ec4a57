using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Http;

public sealed class WatchTests : IAsyncLifetime
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps?watch=1";

    private RunningApi _api = null!;

    private ResourceType Type => _api.Store.Types["ConfigMap"];

    public async Task InitializeAsync() => _api = await RunningApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task A_watch_continues_from_a_version()
    {
        var created = _api.Store.Create(Type, Documents.ConfigMap("a"));
        await using var watch = await Watch.OpenAsync(_api, $"{ConfigMaps}&resourceVersion={created.Version()}");

        _api.Store.Change(Type, "default", "a", document =>
        {
            document["data"]!["a"] = "2";
            return document;
        });
        _api.Store.Delete(Type, "default", "a");

        (await watch.NextAsync()).ShouldBe("MODIFIED a");
        (await watch.NextAsync()).ShouldBe("DELETED a");
    }

    [Fact]
    public async Task A_streamed_list_ends_with_an_annotated_bookmark()
    {
        _api.Store.Create(Type, Documents.ConfigMap("a"));
        await using var watch = await Watch.OpenAsync(
            _api, $"{ConfigMaps}&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");

        (await watch.NextAsync()).ShouldBe("ADDED a");
        (await watch.NextAsync()).ShouldStartWith("BOOKMARK");
        watch.Last.Text("object", "metadata", "annotations", "k8s.io/initial-events-end").ShouldBe("true");
        watch.Last.Text("object", "metadata", "resourceVersion").ShouldBe(_api.Store.ResourceVersion.ToString());
    }

    [Fact]
    public async Task An_object_that_leaves_or_enters_the_selector_is_deleted_or_added()
    {
        await using var watch = await Watch.OpenAsync(_api, $"{ConfigMaps}&labelSelector=on%3Dyes&resourceVersion={_api.Store.ResourceVersion}");
        _api.Store.Create(Type, Documents.ConfigMap("a"));
        Label("yes");
        Label("no");

        (await watch.NextAsync()).ShouldBe("ADDED a");
        (await watch.NextAsync()).ShouldBe("DELETED a");

        void Label(string value) => _api.Store.Change(Type, "default", "a", document =>
        {
            document.Ensure("metadata", "labels")["on"] = value;
            return document;
        });
    }

    [Fact]
    public async Task A_watch_ends_when_its_time_is_over()
    {
        await using var watch = await Watch.OpenAsync(_api, $"{ConfigMaps}&timeoutSeconds=1&resourceVersion={_api.Store.ResourceVersion}");

        (await watch.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_version_that_is_forgotten_is_gone()
    {
        var created = _api.Store.Create(Type, Documents.ConfigMap("a"));
        for (var i = 0; i < 9000; i++)
        {
            _api.Store.Change(Type, "default", "a", document =>
            {
                document["data"]!["a"] = $"{i}";
                return document;
            });
        }

        var answer = await _api.SendAsync("GET", $"{ConfigMaps}&resourceVersion={created.Version()}");

        answer.Status.ShouldBe(410);
        answer.Body.Text("reason").ShouldBe("Expired");
    }

    private sealed class Watch(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        public JsonObject Last { get; private set; } = [];

        public static async Task<Watch> OpenAsync(RunningApi api, string path)
        {
            var response = await api.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            return new Watch(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        public async Task<string?> NextAsync()
        {
            if (await reader.ReadLineAsync() is not { } line)
                return null;
            Last = JsonNode.Parse(line)!.AsObject();
            return $"{Last.Text("type")} {Last.Text("object", "metadata", "name")}";
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
