using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Reads the document of a request: JSON or YAML, plain or gzip, up to the real API's 3 MiB.</summary>
internal static class RequestBody
{
    private const int Limit = 3 << 20;

    public static async Task<Document> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var content = await BytesAsync(request, cancellation);
        return MediaType(request) switch
        {
            "" or "application/json" or "application/json-patch+json" or "application/merge-patch+json" or "application/strategic-merge-patch+json" => Json(content),
            "application/yaml" or "application/apply-patch+yaml" => Yaml(content),
            "application/vnd.kubernetes.protobuf" => ProtobufText.Read(content),
            _ => throw Unsupported(),
        };
    }

    public static string MediaType(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().ToLowerInvariant();
    }

    private static Document Json(byte[] content)
    {
        try
        {
            return JsonText.Read(content);
        }
        catch (JsonException exception)
        {
            throw ApiErrors.BadRequest($"couldn't get version/kind; json parse error: {exception.Message}");
        }
    }

    // Appliers send either; JSON is read as JSON, which is many times faster.
    private static Document Yaml(byte[] content)
    {
        if (content.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
        {
            try
            {
                return JsonText.Read(content);
            }
            catch (JsonException)
            {
                // YAML's flow style looks like JSON at first.
            }
        }
        return YamlText.Read(content);
    }

    private static ApiStatusException Unsupported() => new(
        415, "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml");

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancellation)
    {
        var source = request.Headers.ContentEncoding.ToString() switch
        {
            "" or "identity" => request.Body,
            "gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
            var other => throw new ApiStatusException(415, "UnsupportedMediaType", $"unsupported Content-Encoding: {other}"),
        };
        using var buffer = new MemoryStream();
        var chunk = new byte[64 << 10];
        try
        {
            int read;
            while ((read = await source.ReadAsync(chunk, cancellation)) > 0)
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > Limit)
                    throw new ApiStatusException(413, "RequestEntityTooLarge", $"Request entity too large: limit is {Limit}");
            }
        }
        catch (InvalidDataException exception)
        {
            throw ApiErrors.BadRequest(exception.Message);
        }
        return buffer.ToArray();
    }
}
