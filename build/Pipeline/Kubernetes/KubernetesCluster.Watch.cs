using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Autorest;

namespace JupyterHub.Pipeline.Kubernetes;

public sealed partial class KubernetesCluster
{
    /// <summary>Streams the events of a watch until the server closes it, which it may do at any time.</summary>
    private async IAsyncEnumerable<(string Type, JsonObject Object)> WatchAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await OpenWatchAsync(path, cancellation);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await NextAsync(reader, cancellation) is { } change)
        {
            if (change["object"] is JsonObject value)
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
            // The version to watch from is too old: like a watch that ended at once.
            return new HttpResponseMessage { Content = new StringContent("") };
        }
        catch (Exception failure) when (Explain(failure, "WATCH /" + path) is { } problem)
        {
            throw problem;
        }
    }

    // A connection that breaks in the middle, even of a line, ends the watch like one that the server closed: the caller lists and watches again.
    private static async Task<JsonObject?> NextAsync(StreamReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadLineAsync(cancellation) is { } line ? JsonNode.Parse(line) as JsonObject : null;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or JsonException)
        {
            return null;
        }
    }
}
