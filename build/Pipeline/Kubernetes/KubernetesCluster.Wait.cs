using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Kubernetes;

public sealed partial class KubernetesCluster
{
    // With pauses that double from 50 ms: six seconds in all.
    private const int DiscoveryAttempts = 7;

    // What explains a failure must not take long itself.
    private static readonly TimeSpan ExplanationTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Waits, by watching, until every object is ready. All share one deadline; an API server that restarts meanwhile is waited for, too.
    /// </summary>
    /// <exception cref="ProblemException">
    /// The deadline passed (HUB1508): one problem per object, with its last condition and event. Or the server refuses to tell (HUB1504).
    /// </exception>
    public async Task UntilAsync(IReadOnlyList<Readiness> all, TimeSpan timeout, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var missing = new string?[all.Count];
        var waiting = all.Select((x, i) => UntilAsync(x, y => missing[i] = y, either.Token)).ToList();
        // One that can't succeed ends the wait for the others.
        foreach (var one in waiting)
            _ = one.ContinueWith(_ => either.CancelAsync(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default).Unwrap();
        try
        {
            await Task.WhenAll(waiting);
        }
        catch (Exception) when (waiting.Find(x => x.IsFaulted) is { } failed)
        {
            await failed;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var late = all.Zip(missing).Where(x => x.Second is not null);
            throw new ProblemException(await Task.WhenAll(late.Select(x => NotReadyAsync(x.First.Object, x.Second!, timeout, cancellation))));
        }
    }

    private async Task UntilAsync(Readiness readiness, Action<string?> missing, CancellationToken cancellation)
    {
        missing("was not looked at");
        var pause = new WatchPause(_time);
        while (true)
        {
            pause.Starts();
            try
            {
                var resource = await UntilServedAsync(readiness.Object, missing, cancellation);
                if (await IsSeenReadyAsync(readiness, resource, missing, cancellation))
                    return;
            }
            catch (ProblemException problem) when (problem.Problems[0].Code == KubernetesProblems.Unreachable)
            {
                missing($"was not seen: {problem.Problems[0].Cause}");
                TargetProgress.Report($"{readiness.Object}: {problem.Problems[0].Message}");
            }
            await pause.EndedAsync(cancellation);
        }
    }

    /// <summary>Lists and watches once; whether the object became ready before the watch ended.</summary>
    private async Task<bool> IsSeenReadyAsync(Readiness readiness, ApiResource resource, Action<string?> missing, CancellationToken cancellation)
    {
        var query = $"{resource.CollectionPath(readiness.Object.Namespace)}?fieldSelector={Uri.EscapeDataString("metadata.name=" + readiness.Object.Name)}";
        var list = await ReadAsync(query, cancellation);
        if (Judge((list["items"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault()))
            return true;
        await foreach (var (type, value) in WatchAsync($"{query}&watch=true&resourceVersion={(string?)list["metadata"]?["resourceVersion"]}", cancellation))
        {
            if (type == "ERROR")
                return false;
            if (type != "BOOKMARK" && Judge(type == "DELETED" ? null : value))
                return true;
        }
        return false;

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
        var pause = new WatchPause(_time);
        while (true)
        {
            pause.Starts();
            var list = await ReadAsync(definitions, cancellation);
            var isDefined = (list["items"] as JsonArray ?? []).OfType<JsonObject>().Any(x => Defines(x, reference));
            if (await (isDefined ? DiscoverAsync(reference, cancellation) : FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation)) is { } resource)
                return resource;
            await foreach (var (type, value) in WatchAsync($"{definitions}?watch=true&resourceVersion={(string?)list["metadata"]?["resourceVersion"]}", cancellation))
            {
                if (type == "ERROR")
                    break;
                if (type != "DELETED" && Defines(value, reference) && await DiscoverAsync(reference, cancellation) is { } served)
                    return served;
            }
            await pause.EndedAsync(cancellation);
        }
    }

    private static bool Defines(JsonObject definition, ObjectReference reference)
        => (string?)definition["spec"]?["names"]?["kind"] == reference.Kind
           && reference.ApiVersion.StartsWith((string?)definition["spec"]?["group"] + "/", StringComparison.Ordinal);

    // A definition is served a moment after its last event, and nothing announces that.
    private async Task<ApiResource?> DiscoverAsync(ObjectReference reference, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation) is { } resource)
                return resource;
            if (attempt == DiscoveryAttempts)
                return null;
            await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), _time, cancellation);
        }
    }

    private async Task<Problem> NotReadyAsync(ObjectReference reference, string last, TimeSpan timeout, CancellationToken cancellation)
    {
        var scope = reference.Namespace is null ? "" : $"-n {reference.Namespace} ";
        return new Problem(KubernetesProblems.NotReady, $"{reference} {last} after {timeout.TotalSeconds:0} s.")
        {
            Location = reference.ToString(),
            Cause = await LastEventAsync(reference, cancellation) is { } text ? $"{last}; last event: {text}" : last,
            NextStep = Endpoints.Command("kubectl", $"{scope}describe {reference.Kind.ToLowerInvariant()} {reference.Name}"),
        };
    }

    /// <summary>The last warning, else the last event, of the object or of the pods that were made for it, which is where the reason mostly is.</summary>
    private async Task<string?> LastEventAsync(ObjectReference reference, CancellationToken cancellation)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(ExplanationTimeout);
        try
        {
            var list = await ReadAsync($"api/v1/namespaces/{reference.Namespace ?? "default"}/events?limit=500", soon.Token);
            var last = (list["items"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(x => Concerns(x["involvedObject"] as JsonObject, reference))
                .OrderBy(x => (string?)x["type"] == "Warning")
                .ThenBy(x => (string?)x["lastTimestamp"] ?? (string?)x["eventTime"] ?? (string?)x["metadata"]?["creationTimestamp"], StringComparer.Ordinal)
                .LastOrDefault();
            return last is null ? null : $"{(string?)last["reason"]}: {(string?)last["message"]}";
        }
        catch (Exception failure) when (failure is ProblemException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // The object's own state is still worth reporting when its events can't be read.
            return null;
        }
    }

    private static bool Concerns(JsonObject? involved, ObjectReference reference)
        => involved is not null && (string?)involved["name"] is { } name
           && ((string?)involved["kind"] == reference.Kind && name == reference.Name
               || (string?)involved["kind"] is "Pod" or "ReplicaSet" && name.StartsWith(reference.Name + "-", StringComparison.Ordinal));
}
