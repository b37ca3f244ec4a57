using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>A refusal in the API's own terms: the <c>Status</c> object that a client receives.</summary>
public sealed class ApiStatusException(int code, string reason, string message) : Exception(message)
{
    /// <summary>The HTTP status code.</summary>
    public int Code { get; } = code;

    /// <summary>The machine-readable reason: <c>NotFound</c>, <c>AlreadyExists</c>, <c>Conflict</c>, <c>Invalid</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>The object's name, where the refusal is about one object.</summary>
    public string? ObjectName { get; init; }

    public string? Group { get; init; }

    /// <summary>The resource's plural name, or the kind for <c>Invalid</c>, as the real API has it.</summary>
    public string? Kind { get; init; }

    public IReadOnlyList<StatusCause> Causes { get; init; } = [];

    /// <summary>After how many seconds a client should try again.</summary>
    public int? RetryAfterSeconds { get; init; }

    public bool IsNotFound => Reason == "NotFound";

    public bool IsConflict => Reason == "Conflict";

    public bool IsAlreadyExists => Reason == "AlreadyExists";

    /// <summary>The <c>v1 Status</c> document.</summary>
    public JsonObject ToStatus()
    {
        var details = new JsonObject();
        if (ObjectName is not null)
            details["name"] = ObjectName;
        if (!string.IsNullOrEmpty(Group))
            details["group"] = Group;
        if (Kind is not null)
            details["kind"] = Kind;
        if (Causes.Count > 0)
        {
            details["causes"] = new JsonArray([.. Causes.Select(cause => new JsonObject
            {
                ["reason"] = cause.Reason,
                ["message"] = cause.Message,
                ["field"] = cause.Field,
            })]);
        }
        if (RetryAfterSeconds is { } seconds)
            details["retryAfterSeconds"] = seconds;
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = Message,
            ["reason"] = Reason,
        };
        if (details.Count > 0)
            status["details"] = details;
        status["code"] = Code;
        return status;
    }
}
