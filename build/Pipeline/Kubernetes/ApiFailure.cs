using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Execution;
using k8s.Autorest;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>Reads what a failed request says.</summary>
internal static partial class ApiFailure
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

    /// <summary>
    /// A conflict that names no field: somebody else created or changed the object in the same moment, and the same apply succeeds now.
    /// </summary>
    private static bool IsLostRace(HttpOperationException failure)
        => failure.Response.StatusCode == HttpStatusCode.Conflict && Causes(failure).Count == 0;

    /// <summary>Whether the identity lacks a permission, and not an admission plugin an opinion (both are 403).</summary>
    public static bool IsUnauthorized(HttpOperationException failure)
        => failure.Response.StatusCode == HttpStatusCode.Unauthorized
           || failure.Response.StatusCode == HttpStatusCode.Forbidden && (Status(failure) is null || RightsMissing().IsMatch(Message(failure)));

    /// <summary>The manager that a conflict's cause names, <c>conflict with "kubectl" using v1</c>.</summary>
    public static string? Manager(string cause) => ConflictingManager().Match(cause) is { Success: true } match ? match.Groups[1].Value : null;

    private static bool IsTransient(Exception failure) => failure switch
    {
        HttpOperationException http when IsLostRace(http) => true,
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

    [GeneratedRegex(@"conflicts? with ""([^""]*)""")]
    private static partial Regex ConflictingManager();

    [GeneratedRegex("""User "[^"]*" cannot |cannot (get|list|watch|create|patch|update|delete) (path|resource)""")]
    private static partial Regex RightsMissing();
}
