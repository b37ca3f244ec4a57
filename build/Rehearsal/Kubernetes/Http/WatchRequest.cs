using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>
/// Answers watches: one JSON document per line, until the client leaves or its time is over. A selector turns an object that begins to
/// match into an addition and one that ceases to into a deletion.
/// </summary>
internal sealed class WatchRequest
{
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BookmarkEvery = TimeSpan.FromMinutes(1);

    private readonly ApiCall _call;
    private readonly TimeProvider _time;
    private readonly Representation _representation;
    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;
    private readonly bool _bookmarks;
    private bool _first = true;

    private WatchRequest(ApiCall call, TimeProvider time)
    {
        _call = call;
        _time = time;
        _representation = Representation.For(call);
        _labels = LabelSelector.Parse(call.Query("labelSelector"));
        _fields = FieldSelector.Parse(call.Type, call.Query("fieldSelector"));
        _bookmarks = call.Flag("allowWatchBookmarks");
    }

    public static Task AnswerAsync(ApiCall call, TimeProvider time) => new WatchRequest(call, time).AnswerAsync();

    private async Task AnswerAsync()
    {
        var (bookmark, from) = Start();
        using var over = new CancellationTokenSource(Timeout(), _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(over.Token, _call.Cancellation);
        await using var changes = _call.Store.Watch(_call.Type, from, linked.Token).GetAsyncEnumerator(linked.Token);
        var next = changes.MoveNextAsync();
        _call.Context.Response.ContentType = "application/json";
        await _call.Context.Response.StartAsync(_call.Cancellation);
        try
        {
            await FlushAsync();
            while (true)
            {
                while (!next.IsCompleted)
                {
                    await FlushAsync();
                    next = new ValueTask<bool>(await WaitAsync(next.AsTask(), linked.Token));
                }
                if (!await next)
                    return;
                var change = changes.Current;
                if (change.Type == ClusterEventType.Bookmark)
                {
                    if (bookmark)
                        Write("BOOKMARK", Bookmark(change.ResourceVersion, initialEventsEnd: true));
                }
                else
                {
                    Report(change);
                }
                next = changes.MoveNextAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The client has left or its time is over: both end a watch without a word.
        }
    }

    // Waits for the next change, and gives a sign of life while there is none.
    private async Task<bool> WaitAsync(Task<bool> next, CancellationToken cancellation)
    {
        while (_bookmarks)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (await Task.WhenAny(next, Task.Delay(BookmarkEvery, _time, waiting.Token)) == next)
            {
                await waiting.CancelAsync();
                break;
            }
            cancellation.ThrowIfCancellationRequested();
            var version = _call.Store.ResourceVersion;
            if (next.IsCompleted)
                break;
            Write("BOOKMARK", Bookmark(version, initialEventsEnd: false));
            await FlushAsync();
        }
        return await next;
    }

    private (bool Bookmark, long? From) Start()
    {
        var given = _call.Query("resourceVersion");
        var sendInitial = _call.Query("sendInitialEvents");
        if (sendInitial == "true")
        {
            if (_call.Query("resourceVersionMatch") != "NotOlderThan")
            {
                throw new ApiStatusException(
                    422, "Invalid", "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
            }
            return (_bookmarks, null);
        }
        if (string.IsNullOrEmpty(given) || given == "0")
            return sendInitial == "false" ? (false, _call.Store.ResourceVersion) : (false, null);
        if (!long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw ApiErrors.BadRequest($"Invalid value: \"{given}\": strconv.ParseUint: parsing \"{given}\": invalid syntax");
        _call.Store.RequireRecent(version);
        return (false, version);
    }

    private TimeSpan Timeout() => int.TryParse(_call.Query("timeoutSeconds"), CultureInfo.InvariantCulture, out var seconds) && seconds > 0
        ? TimeSpan.FromSeconds(seconds)
        : LongestWatch;

    private void Report(ClusterEvent change)
    {
        var now = change.Type != ClusterEventType.Deleted && Matches(change.Stored);
        var before = change.Previous is { } previous && Matches(previous);
        if (change.Type == ClusterEventType.Deleted)
        {
            if (before || change.Previous is null && Matches(change.Stored))
                Write("DELETED", Object(change.Stored));
        }
        else if (now)
        {
            Write(before ? "MODIFIED" : "ADDED", Object(change.Stored));
        }
        else if (before)
        {
            Write("DELETED", Object(change.Stored));
        }
    }

    private bool Matches(StoredObject stored) =>
        (_call.Namespace is null || stored.Namespace == _call.Namespace)
        && (_call.Name is null || stored.Name == _call.Name)
        && _labels.Matches(stored.Labels)
        && (_fields.IsEmpty || _fields.Matches(stored.Read()));

    private byte[] Object(StoredObject stored)
    {
        if (_representation.IsWhole && stored.Type.ApiVersion == _call.Type.ApiVersion)
            return stored.Json;
        var document = _representation.Event(stored, _first);
        _first = false;
        return JsonSerializer.SerializeToUtf8Bytes(document, Serialization.Options);
    }

    private byte[] Bookmark(long version, bool initialEventsEnd)
    {
        var metadata = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture), ["creationTimestamp"] = null };
        if (initialEventsEnd)
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        if (_representation.IsTable)
        {
            return Bytes(new JsonObject
            {
                ["kind"] = "Table",
                ["apiVersion"] = "meta.k8s.io/v1",
                ["metadata"] = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture) },
                ["columnDefinitions"] = new JsonArray(),
                ["rows"] = new JsonArray(new JsonObject
                {
                    ["cells"] = new JsonArray(),
                    ["object"] = new JsonObject { ["kind"] = "PartialObjectMetadata", ["apiVersion"] = "meta.k8s.io/v1", ["metadata"] = metadata },
                }),
            });
        }
        return Bytes(new JsonObject
        {
            ["kind"] = _representation.IsWhole ? _call.Type.Kind : "PartialObjectMetadata",
            ["apiVersion"] = _representation.IsWhole ? _call.Type.ApiVersion : "meta.k8s.io/v1",
            ["metadata"] = metadata,
        });

        static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Serialization.Options);
    }

    private void Write(string type, byte[] document)
    {
        var writer = _call.Context.Response.BodyWriter;
        writer.Write("{\"type\":\""u8);
        writer.Write(System.Text.Encoding.ASCII.GetBytes(type));
        writer.Write("\",\"object\":"u8);
        writer.Write(document);
        writer.Write("}\n"u8);
    }

    private async Task FlushAsync() => await _call.Context.Response.BodyWriter.FlushAsync(_call.Cancellation);
}
