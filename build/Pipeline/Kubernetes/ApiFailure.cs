using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Autorest;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>Reads what a failed request says.</summary>
internal static class ApiFailure
{
    /// <summary>The server's own sentence, from its <c>Status</c> body where there is one.</summary>
    public static string Message(HttpOperationException failure)
        => (string?)Status(failure)?["message"] is { Length: > 0 } message
            ? message
            : $"HTTP {(int)failure.Response.StatusCode} {failure.Response.StatusCode}";

    /// <summary>The machine-readable reason, <c>NotFound</c> or <c>Conflict</c>.</summary>
    public static string? Reason(HttpOperationException failure) => (string?)Status(failure)?["reason"];

    /// <summary>The <c>details.causes</c> of the server's status.</summary>
    public static IReadOnlyList<(string Field, string Message)> Causes(HttpOperationException failure)
        => Status(failure)?["details"]?["causes"] is JsonArray causes
            ? [.. causes.Select(x => ((string?)x?["field"] ?? "", (string?)x?["message"] ?? ""))]
            : [];

    /// <summary>Whether the same request may succeed a moment later: overload, restarts, lost connections.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        HttpOperationException { Response.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } http => !IsWebhookFailure(http),
        HttpRequestException { InnerException: AuthenticationException } => false,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => false,
        HttpRequestException => true,
        IOException => true,
        _ => false,
    };

    /// <summary>
    /// The race after installing a webhook: its pod is ready before its certificate bundle is in place. The API server
    /// reports it as 500 <c>failed calling webhook</c>.
    /// </summary>
    public static bool IsWebhookFailure(HttpOperationException failure)
        => Message(failure).Contains("failed calling webhook", StringComparison.Ordinal);

    private static JsonNode? Status(HttpOperationException failure)
    {
        if (failure.Response?.Content is not { Length: > 0 } content || content[0] != '{')
            return null;
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
