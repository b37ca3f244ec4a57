using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Writes answers.</summary>
internal static class ApiResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = Serialization.Options.Encoder, SkipValidation = true };

    public static Task WriteAsync(HttpContext context, JsonNode document, int status = 200, string contentType = "application/json") =>
        WriteAsync(context, writer => document.WriteTo(writer, Serialization.Options), status, contentType);

    public static Task WriteAsync(HttpContext context, ApiStatusException refusal)
    {
        if (refusal.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return WriteAsync(context, refusal.ToStatus(), refusal.Code);
    }

    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write, int status = 200, string contentType = "application/json")
    {
        var buffer = new ArrayBufferWriter<byte>(16 << 10);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    public static async Task TextAsync(HttpContext context, string text, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
