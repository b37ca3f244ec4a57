using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Execution;
using k8s.Autorest;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>Reads what a failed request says.</summary>
internal static class ApiFailure
{
    /// <summary>What is worth another attempt at a Kubernetes API: overload, restarts, lost connections.</summary>
    public static readonly DoorRetry Retry = DoorRetry.Network with
    {
        IsTransient = IsTransient,
        HadNoEffect = x => x is HttpOperationException { Response.StatusCode: HttpStatusCode.TooManyRequests } || DoorRetry.Network.HadNoEffect(x),
        RetryAfter = x => x is HttpOperationException { Response.Headers: { } headers } && headers.TryGetValue("Retry-After", out var values)
                          && int.TryParse(values.FirstOrDefault(), out var seconds) ? TimeSpan.FromSeconds(seconds) : null,
    };

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

    /// <summary>
    /// The race after installing a webhook: its pod is ready before its certificate bundle is in place. The API server
    /// reports it as 500 <c>failed calling webhook</c>.
    /// </summary>
    public static bool IsWebhookFailure(HttpOperationException failure)
        => Message(failure).Contains("failed calling webhook", StringComparison.Ordinal);

    private static bool IsTransient(Exception failure) => failure switch
    {
        HttpOperationException http => (DoorRetry.IsOverload(http.Response.StatusCode) || http.Response.StatusCode == HttpStatusCode.InternalServerError) && !IsWebhookFailure(http),
        _ => DoorRetry.IsNetworkFailure(failure),
    };

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
