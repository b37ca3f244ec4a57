using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using k8s.Autorest;

namespace JupyterHub.Pipeline.Kubernetes;

public sealed partial class KubernetesCluster
{
    /// <summary>
    /// Waits, by watching, until every object is ready. All share one deadline.
    /// </summary>
    /// <exception cref="ProblemException">The deadline passed (HUB1508): one problem per object, with its last condition and event.</exception>
    public async Task UntilAsync(IReadOnlyList<Readiness> all, TimeSpan timeout, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var missing = new string?[all.Count];
        try
        {
            await Task.WhenAll(all.Select((x, i) => UntilAsync(x, y => missing[i] = y, either.Token)));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var problems = new List<Problem>();
            foreach (var (readiness, last) in all.Zip(missing).Where(x => x.Second is not null))
                problems.Add(await NotReadyAsync(readiness.Object, last!, timeout, cancellation));
            throw new ProblemException(problems);
        }
    }

    private async Task UntilAsync(Readiness readiness, Action<string?> missing, CancellationToken cancellation)
    {
        missing("was not looked at");
        var resource = await UntilServedAsync(readiness.Object, missing, cancellation);
        while (true)
        {
            var collection = resource.CollectionPath(readiness.Object.Namespace);
            var selector = "fieldSelector=" + Uri.EscapeDataString("metadata.name=" + readiness.Object.Name);
            var list = await ReadAsync($"{collection}?{selector}", cancellation);
            if (Judge((list["items"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault()))
                return;
            var version = (string?)list["metadata"]?["resourceVersion"];
            await foreach (var (type, value) in WatchAsync($"{collection}?{selector}&watch=true&resourceVersion={version}", cancellation))
            {
                if (type == "ERROR")
                    break;
                if (type != "BOOKMARK" && Judge(type == "DELETED" ? null : value))
                    return;
            }
        }

        bool Judge(JsonObject? live)
        {
            var said = readiness.Describe(live);
            missing(said);
            if (said is not null)
                TargetProgress.Report($"{readiness.Object} {said}");
            return said is null;
        }
    }

    /// <summary>Waits until the kind is served, by watching the definitions that would bring it.</summary>
    private async Task<ApiResource> UntilServedAsync(ObjectReference reference, Action<string?> missing, CancellationToken cancellation)
    {
        const string definitions = "apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        if (await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation) is { } known)
            return known;
        var waiting = $"waits for the definition of {reference.Kind} in {reference.ApiVersion}";
        missing(waiting);
        TargetProgress.Report($"{reference} {waiting}");
        while (true)
        {
            var list = await ReadAsync(definitions + "?limit=1", cancellation);
            if (await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation) is { } resource)
                return resource;
            await foreach (var (type, _) in WatchAsync($"{definitions}?watch=true&resourceVersion={(string?)list["metadata"]?["resourceVersion"]}", cancellation))
            {
                if (type == "ERROR")
                    break;
                if (await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation) is { } served)
                    return served;
            }
        }
    }

    /// <summary>Streams the events of a watch until the server closes it, which it may do at any time.</summary>
    private async IAsyncEnumerable<(string Type, JsonObject Object)> WatchAsync(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await OpenWatchAsync(path, cancellation);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await NextLineAsync(reader, cancellation) is { } line)
        {
            if (JsonNode.Parse(line) is JsonObject change && change["object"] is JsonObject value)
                yield return ((string?)change["type"] ?? "", value);
        }
    }

    private async Task<HttpResponseMessage> OpenWatchAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await _door.ReadAsync("WATCH /" + path, token => _connection.SendAsync(HttpMethod.Get, path, content: null, Json, token), cancellation, ApiFailure.Retry);
        }
        catch (HttpOperationException failure) when (failure.Response.StatusCode == HttpStatusCode.Gone)
        {
            return new HttpResponseMessage { Content = new StringContent("") };
        }
        catch (Exception failure) when (Explain(failure, "WATCH /" + path) is { } problem)
        {
            throw problem;
        }
    }

    // A connection that breaks in the middle ends the watch like one that the server closed: the caller lists and watches again.
    private static async Task<string?> NextLineAsync(StreamReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadLineAsync(cancellation);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or JsonException)
        {
            return null;
        }
    }

    private async Task<Problem> NotReadyAsync(ObjectReference reference, string last, TimeSpan timeout, CancellationToken cancellation)
    {
        var scope = reference.Namespace is null ? "" : $" -n {reference.Namespace}";
        return new Problem(KubernetesProblems.NotReady, $"{reference} {last} after {timeout.TotalSeconds:0} s.")
        {
            Location = reference.ToString(),
            Cause = await LastEventAsync(reference, cancellation) is { } text ? $"{last}; last event: {text}" : last,
            NextStep = $"kubectl --kubeconfig {Endpoints.Kubeconfig}{scope} describe {reference.Kind.ToLowerInvariant()} {reference.Name}",
        };
    }

    private async Task<string?> LastEventAsync(ObjectReference reference, CancellationToken cancellation)
    {
        try
        {
            var selector = Uri.EscapeDataString($"involvedObject.kind={reference.Kind},involvedObject.name={reference.Name}");
            var list = await ReadAsync($"api/v1/namespaces/{reference.Namespace ?? "default"}/events?fieldSelector={selector}", cancellation);
            var last = (list["items"] as JsonArray ?? []).OfType<JsonObject>()
                .MaxBy(x => (string?)x["lastTimestamp"] ?? (string?)x["eventTime"] ?? (string?)x["metadata"]?["creationTimestamp"], StringComparer.Ordinal);
            return last is null ? null : $"{(string?)last["reason"]}: {(string?)last["message"]}";
        }
        catch (ProblemException)
        {
            // The object's own state is still worth reporting when its events can't be read.
            return null;
        }
    }
}
