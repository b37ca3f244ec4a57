using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.OpenApi;

/// <summary>Answers <c>/openapi/v2</c> and <c>/openapi/v3</c>: an index, and one document for each group and version.</summary>
internal sealed class OpenApiDocuments(ClusterStore store)
{
    public Task AnswerAsync(HttpContext context, string path)
    {
        if (path == "/openapi/v3")
            return ApiResponse.WriteAsync(context, Index());
        if (path.StartsWith("/openapi/v3/", StringComparison.Ordinal))
        {
            var types = store.Types.All.Where(type => Path(type) == path["/openapi/v3/".Length..]).ToList();
            return types.Count > 0 ? ApiResponse.WriteAsync(context, new OpenApiDocument(store, types).Write()) : throw ApiErrors.UnknownPath();
        }
        throw ApiErrors.UnknownPath();
    }

    private JsonObject Index()
    {
        var paths = new JsonObject();
        foreach (var group in store.Types.All.GroupBy(Path))
        {
            // The hash tells clients whether what they have cached is still what is served.
            var hash = $"{KubernetesApiServer.Version}-{store.Types.Revision}";
            paths[group.Key] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{group.Key}?hash={hash}" };
        }
        return new JsonObject { ["paths"] = paths };
    }

    private static string Path(ResourceType type) => type.Group.Length == 0 ? $"api/{type.Version}" : $"apis/{type.ApiVersion}";
}
