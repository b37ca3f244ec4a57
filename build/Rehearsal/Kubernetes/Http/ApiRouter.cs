using JupyterHub.Pipeline.Rehearsal.Kubernetes.Discovery;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Sends each request to what answers it, and every refusal back as a Status.</summary>
internal sealed class ApiRouter(ClusterStore store, TimeProvider time, IAdmission? admission = null)
{
    private readonly DiscoveryDocuments _discovery = new(store);
    private readonly OpenApi.OpenApiDocuments _openApi = new(store);

    public async Task AnswerAsync(HttpContext context, Action committed)
    {
        try
        {
            await RouteAsync(context, committed);
        }
        catch (ApiStatusException refusal) when (!context.Response.HasStarted)
        {
            await ApiResponse.WriteAsync(context, refusal);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !context.Response.HasStarted)
        {
            // A mistake of this server: the client still gets the API's form of it, and the type says where to look.
            await ApiResponse.WriteAsync(
                context, new ApiStatusException(500, "InternalError", $"Internal error occurred: {exception.GetType().Name}: {exception.Message}"));
        }
    }

    private Task RouteAsync(HttpContext context, Action committed)
    {
        var path = context.Request.Path.Value ?? "/";
        if (ApiPath.Parse(path) is { } resource)
            return ResourceAsync(context, resource, committed);
        if (path.StartsWith("/openapi/", StringComparison.Ordinal))
            return _openApi.AnswerAsync(context, path);
        return path.TrimEnd('/') switch
        {
            "/healthz" or "/livez" or "/readyz" => ApiResponse.TextAsync(context, context.Request.Query.ContainsKey("verbose") ? "[+]ping ok\n[+]log ok\nhealthz check passed\n" : "ok"),
            _ => _discovery.AnswerAsync(context, path),
        };
    }

    private Task ResourceAsync(HttpContext context, ApiPath path, Action committed)
    {
        var type = store.Types.Find(path.Group, path.Version, path.Resource) ?? throw ApiErrors.UnknownPath();
        if (type.Namespaced && path is { Namespace: null, Name: not null } || !type.Namespaced && path.Namespace is not null)
            throw ApiErrors.UnknownPath();
        var call = new ApiCall(context, store, type) { Namespace = path.Namespace, Name = path.Name, Subresource = path.Subresource, Committed = committed };
        if (path.Subresource is not (null or "status"))
            return SubresourceRequest.AnswerAsync(call);
        if (path.Subresource == "status" && !type.HasStatus)
            throw ApiErrors.UnknownPath();
        if (!type.Stored)
            return ReviewRequest.AnswerAsync(call);
        if (context.Request.Method is "POST" or "PUT" or "PATCH")
            admission?.Admit(type, path.Namespace, path.Name is null || !Exists(call) ? "CREATE" : "UPDATE");
        return (context.Request.Method, path.Name) switch
        {
            ("GET" or "HEAD", _) when call.Flag("watch") => WatchRequest.AnswerAsync(call, time),
            ("GET" or "HEAD", null) => ListRequest.AnswerAsync(call),
            ("GET" or "HEAD", _) => GetAsync(call),
            ("POST", null) when !type.Namespaced || path.Namespace is not null => WriteRequest.CreateAsync(call),
            ("PUT", not null) => WriteRequest.UpdateAsync(call),
            ("PATCH", not null) => WriteRequest.PatchAsync(call),
            ("DELETE", not null) when path.Subresource is null => WriteRequest.DeleteAsync(call),
            ("DELETE", null) => WriteRequest.DeleteCollectionAsync(call),
            _ => throw ApiErrors.MethodNotAllowed(),
        };
    }

    // An apply to a name that is not taken creates.
    private static bool Exists(ApiCall call) => call.Store.Get(call.Type, call.Namespace, call.RequiredName) is not null;

    private static async Task GetAsync(ApiCall call)
    {
        var representation = Representation.For(call);
        var document = call.Store.Get(call.Type, call.Namespace, call.RequiredName) ?? throw ApiErrors.NotFound(call.Type, call.RequiredName);
        await ApiResponse.WriteAsync(call.Context, representation.One(document));
    }
}
