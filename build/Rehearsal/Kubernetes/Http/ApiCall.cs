using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>One request to a resource: what its path and query say.</summary>
internal sealed class ApiCall(HttpContext context, ClusterStore store, ResourceType type)
{
    public HttpContext Context { get; } = context;

    public ClusterStore Store { get; } = store;

    public ResourceType Type { get; } = type;

    public HttpRequest Request => Context.Request;

    public CancellationToken Cancellation => Context.RequestAborted;

    public string? Namespace { get; init; }

    public string? Name { get; init; }

    public string? Subresource { get; init; }

    /// <summary>Told when the request has changed the cluster.</summary>
    public Action? Committed { get; init; }

    public string RequiredName => Name ?? throw ApiErrors.MethodNotAllowed(Type);

    public string? Query(string name) => Request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    public bool Flag(string name) => Query(name) is "true" or "1";

    public bool IsDryRun => Query("dryRun") switch
    {
        null or "" => false,
        "All" => true,
        var other => throw Invalid($"dryRun: Unsupported value: \"{other}\": supported values: \"All\""),
    };

    public WriteOptions WriteOptions(bool apply = false) => new()
    {
        FieldManager = Query("fieldManager") is { Length: > 0 } manager ? manager : DefaultManager(apply),
        DryRun = IsDryRun,
        Force = Flag("force"),
        FieldValidation = Query("fieldValidation") switch
        {
            null or "" => "Warn",
            "Strict" or "Warn" or "Ignore" => Query("fieldValidation")!,
            var other => throw Invalid($"fieldValidation: Unsupported value: \"{other}\": supported values: \"Ignore\", \"Strict\", \"Warn\""),
        },
        Warn = Warn,
        Committed = Committed,
    };

    // RFC 7234, 5.5: code 299, no agent, a quoted text.
    public void Warn(string text) =>
        Context.Response.Headers.Append("Warning", $"299 - \"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"");

    /// <summary>Refuses an option of the request.</summary>
    public ApiStatusException Invalid(string why)
    {
        var kind = Request.Method switch { "PATCH" => "PatchOptions", "PUT" => "UpdateOptions", "DELETE" => "DeleteOptions", _ => "CreateOptions" };
        return new ApiStatusException(422, "Invalid", $"{kind}.meta.k8s.io \"\" is invalid: {why}");
    }

    private string DefaultManager(bool apply)
    {
        if (apply)
            throw Invalid("fieldManager: Required value: is required for apply patch");
        var agent = Request.Headers.UserAgent.ToString();
        var end = agent.IndexOf('/');
        var name = end < 0 ? agent : agent[..end];
        return name.Length == 0 ? "unknown" : name;
    }
}
