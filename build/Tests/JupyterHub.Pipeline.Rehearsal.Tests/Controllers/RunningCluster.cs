using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

/// <summary>A cluster in memory with all controllers at work.</summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ControllerHost _host;
    private readonly ControllerLog _log;
    private readonly StringWriter _text = new();

    public RunningCluster(string? stateDirectory = null, int nodes = 3, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        Store = ClusterStore.Open(stateDirectory, time);
        Cluster = new Cluster(Store, time);
        SimulatedNodes.Provide(Cluster, nodes);
        _log = new ControllerLog(TextWriter.Synchronized(_text), time);
        _host = new ControllerHost(Store, time, _log, PlatformControllers.All(Cluster, _log, "authority"));
    }

    public ClusterStore Store { get; }

    public Cluster Cluster { get; }

    public string Log => _text.ToString();

    /// <summary>Creates or changes objects as <c>kubectl apply</c> would, namespaces included.</summary>
    public void Apply(params IEnumerable<JsonObject> documents)
    {
        foreach (var document in documents)
        {
            var type = Store.Types.FindKind(document.Text("apiVersion")!, document.Text("kind")!)
                ?? throw new InvalidOperationException($"{document.Text("apiVersion")} {document.Text("kind")} is not served");
            if (document.Child("stringData") is { } text)
            {
                document["data"] = SecretData.Of([.. text.Select(value => (value.Key, value.Value.Text()!))]);
                document.Remove("stringData");
            }
            if (document.Text("metadata", "namespace") is { } @namespace && Cluster.Get(Resources.Namespaces, null, @namespace) is null)
                Cluster.Create(Resources.Namespaces, new JsonObject { ["metadata"] = new JsonObject { ["name"] = @namespace } }, "test");
            Cluster.Ensure(type.GroupResource, document, "test");
        }
    }

    public void Apply(string yaml) => Apply(Manifest.Parse(yaml));

    /// <summary>Follows an object until it is as asked for; fails with its last state.</summary>
    public async Task<JsonObject> Until(string resource, string? @namespace, string name, Func<JsonObject, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        JsonObject? last = null;
        try
        {
            await foreach (var change in Store.Watch(null, null, patience.Token))
            {
                if (change.Type == ClusterEventType.Bookmark || change.Resource.GroupResource != resource || change.Name != name || change.Namespace != (@namespace ?? ""))
                    continue;
                last = change.Object;
                if (change.Type != ClusterEventType.Deleted && isSo(last))
                    return last;
            }
        }
        catch (OperationCanceledException)
        {
        }
        throw new TimeoutException($"{resource} {@namespace}/{name} did not get there: {last?.ToJsonString() ?? "it does not exist"}\n{Log}");
    }

    public Task<JsonObject> UntilEvent(string @namespace, string about, string part) => Until(
        Resources.Events, @namespace, about, part);

    private async Task<JsonObject> Until(string resource, string @namespace, string about, string part)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<string?>();
        try
        {
            await foreach (var change in Store.Watch(Store.Types["Event"], null, patience.Token))
            {
                if (change.Type == ClusterEventType.Bookmark || change.Namespace != @namespace || change.Object.Text("involvedObject", "name") != about)
                    continue;
                seen.Add(change.Object.Text("message"));
                if (seen[^1]!.Contains(part, StringComparison.Ordinal))
                    return change.Object;
            }
        }
        catch (OperationCanceledException)
        {
        }
        throw new TimeoutException($"no event of {resource} {@namespace}/{about} says '{part}': {string.Join(" | ", seen)}\n{Log}");
    }

    /// <summary>Waits until every controller has looked at everything, and a change of the probe came through after that.</summary>
    public async Task Settle()
    {
        var before = -1L;
        while (before != Store.ResourceVersion)
        {
            before = Store.ResourceVersion;
            await _host.IdleAsync(CancellationToken.None).WaitAsync(Patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Store.Dispose();
        _log.Dispose();
    }
}
