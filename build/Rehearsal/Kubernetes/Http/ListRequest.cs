using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Answers lists: selectors, pages, and the three representations. Whole objects are copied as they are kept.</summary>
internal static class ListRequest
{
    private const int Piece = 64 << 10;

    public static async Task AnswerAsync(ApiCall call)
    {
        var representation = Representation.For(call);
        var version = call.Store.ResourceVersion;
        var (page, rest, remaining) = Page(call, Select(call), ref version);
        var metadata = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture) };
        if (rest is not null)
        {
            metadata["continue"] = rest;
            metadata["remainingItemCount"] = remaining;
        }
        await WriteAsync(call, representation, metadata, page);
    }

    // Piece by piece: ten thousand objects need no buffer of their size.
    private static async Task WriteAsync(ApiCall call, Representation representation, JsonObject metadata, IReadOnlyList<StoredObject> page)
    {
        var response = call.Context.Response;
        response.ContentType = "application/json";
        if (HttpMethods.IsHead(call.Request.Method))
            return;
        var flushed = 0L;
        var (frame, items) = representation.ListFrame(metadata);
        await using var writer = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = Serialization.Options.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        foreach (var (name, value) in frame)
        {
            writer.WritePropertyName(name);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer, Serialization.Options);
        }
        writer.WriteStartArray(items);
        foreach (var stored in page)
        {
            representation.WriteItem(writer, stored);
            if (writer.BytesCommitted + writer.BytesPending - flushed < Piece)
                continue;
            await writer.FlushAsync(call.Cancellation);
            flushed = writer.BytesCommitted;
            await response.BodyWriter.FlushAsync(call.Cancellation);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The objects that the request's namespace and selectors choose.</summary>
    public static IEnumerable<StoredObject> Select(ApiCall call)
    {
        var fields = FieldSelector.Parse(call.Type, call.Query("fieldSelector"));
        var all = call.Store.Stored(call.Type, call.Namespace, LabelSelector.Parse(call.Query("labelSelector")));
        if (fields.Name is { } name)
            all = all.Where(stored => stored.Name == name);
        return fields.IsEmpty ? all : all.Where(stored => fields.Matches(stored.Read()));
    }

    private static (IReadOnlyList<StoredObject> Page, string? Continue, int Remaining) Page(ApiCall call, IEnumerable<StoredObject> all, ref long version)
    {
        if (call.Query("continue") is { Length: > 0 } token)
        {
            var (at, name) = Read(token);
            version = at;
            all = all.Where(stored => new ObjectName(stored.Namespace, stored.Name).CompareTo(name) > 0);
        }
        if (!int.TryParse(call.Query("limit"), CultureInfo.InvariantCulture, out var limit) || limit <= 0)
            return ([.. all], null, 0);
        var objects = all.ToList();
        if (objects.Count <= limit)
            return (objects, null, 0);
        var last = objects[limit - 1];
        var next = new JsonObject { ["v"] = "meta.k8s.io/v1", ["rv"] = version, ["start"] = $"{last.Namespace}/{last.Name}" };
        return (objects[..limit], Convert.ToBase64String(Encoding.UTF8.GetBytes(next.ToJsonString())), objects.Count - limit);
    }

    private static (long Version, ObjectName Name) Read(string token)
    {
        try
        {
            var start = JsonNode.Parse(Convert.FromBase64String(token));
            var name = start.Text("start")!;
            var slash = name.IndexOf('/');
            return (start.Number("rv")!.Value, new ObjectName(name[..slash], name[(slash + 1)..]));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw ApiErrors.BadRequest("continue key is not valid: illegal base64 data or malformed token");
        }
    }
}
