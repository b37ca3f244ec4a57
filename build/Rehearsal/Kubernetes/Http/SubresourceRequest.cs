using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Patches;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Answers the subresources other than status. What needs a node says that there is none.</summary>
internal static class SubresourceRequest
{
    public static async Task AnswerAsync(ApiCall call)
    {
        if (!call.Type.Subresources.Contains(call.Subresource!.Split('/')[0]))
            throw ApiErrors.UnknownPath();
        switch (call.Type.GroupResource, call.Subresource, call.Request.Method)
        {
            case (_, "scale", _):
                await ScaleAsync(call);
                break;
            case ("pods", "log", "GET"):
                await LogAsync(call);
                break;
            case ("pods", "eviction", "POST"):
                await EvictAsync(call);
                break;
            case ("pods", "binding", "POST"):
                await BindAsync(call);
                break;
            case ("namespaces", "finalize", "PUT"):
                await ApiResponse.WriteAsync(call.Context, Live(call));
                break;
            case ("serviceaccounts", "token", "POST"):
                throw new ApiStatusException(501, "NotImplemented", "the rehearsal issues no service account tokens");
            default:
                throw new ApiStatusException(
                    501, "NotImplemented", $"{call.Type.Plural}/{call.Subresource} needs a node to run on; the nodes of this cluster are simulated");
        }
    }

    private static JsonObject Live(ApiCall call) =>
        call.Store.Get(call.Type, call.Namespace, call.RequiredName) ?? throw ApiErrors.NotFound(call.Type, call.RequiredName);

    private static Task LogAsync(ApiCall call)
    {
        var pod = Live(call);
        var containers = pod.Items("spec", "containers").Concat(pod.Items("spec", "initContainers")).Select(container => container.Text("name")).ToList();
        var container = call.Query("container");
        if (container is null && containers.Count > 1)
        {
            throw ApiErrors.BadRequest(
                $"a container name must be specified for pod {call.Name}, choose one of: [{string.Join(' ', pod.Items("spec", "containers").Select(item => item.Text("name")))}]");
        }
        if (container is not null && !containers.Contains(container))
            throw ApiErrors.BadRequest($"container {container} is not valid for pod {call.Name}");
        return ApiResponse.TextAsync(
            call.Context, $"This pod is simulated: image {pod.Items("spec", "containers").First().Text("image")} is not running, so it has no log.\n");
    }

    private static async Task EvictAsync(ApiCall call)
    {
        Live(call);
        if (!call.IsDryRun)
            call.Store.Delete(call.Type, call.Namespace, call.RequiredName, new DeleteOptions { Committed = call.Committed });
        await ApiResponse.WriteAsync(call.Context, Success(), StatusCodes.Status201Created);
    }

    private static async Task BindAsync(ApiCall call)
    {
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        var node = body.Object.Text("target", "name") ?? throw ApiErrors.BadRequest("binding has no target");
        call.Store.Change(call.Type, call.Namespace, call.RequiredName, pod =>
        {
            if (pod.Text("spec", "nodeName") is { Length: > 0 } bound)
                throw ApiErrors.Conflict(call.Type, call.RequiredName, $"pod {call.RequiredName} is already assigned to node \"{bound}\"");
            pod.Ensure("spec")["nodeName"] = node;
            return pod;
        }, call.WriteOptions());
        await ApiResponse.WriteAsync(call.Context, Success(), StatusCodes.Status201Created);
    }

    private static async Task ScaleAsync(ApiCall call)
    {
        var live = Live(call);
        var paths = ScalePaths.Of(call.Store, call.Type);
        if (call.Request.Method is "GET" or "HEAD")
        {
            await ApiResponse.WriteAsync(call.Context, Scale(live, paths));
            return;
        }
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        var scaled = call.Store.Change(call.Type, call.Namespace, call.RequiredName, document =>
        {
            var current = Scale(document, paths);
            var changed = call.Request.Method switch
            {
                "PUT" => body.Object,
                "PATCH" => RequestBody.MediaType(call.Request) switch
                {
                    "application/json-patch+json" => JsonPatch.Apply(current, body.Root) as JsonObject ?? [],
                    "application/merge-patch+json" => (JsonObject)MergePatch.Apply(current, body.Object)!,
                    _ => StrategicMergePatch.Apply(BuiltInSchemas.Table.Find("Scale")!, current, body.Object),
                },
                _ => throw ApiErrors.MethodNotAllowed(),
            };
            if (changed.Text("metadata", "resourceVersion") is { Length: > 0 } version && version != document.Text("metadata", "resourceVersion"))
                throw ApiErrors.Modified(call.Type, call.RequiredName);
            document.Ensure(paths.Specification[..^1])[paths.Specification[^1]] = changed.Number("spec", "replicas") ?? 0;
            return document;
        }, call.WriteOptions());
        await ApiResponse.WriteAsync(call.Context, Scale(scaled, paths));
    }

    private static JsonObject Scale(JsonObject document, ScalePaths paths)
    {
        var metadata = new JsonObject();
        foreach (var name in new[] { "name", "namespace", "uid", "resourceVersion", "creationTimestamp" })
            metadata[name] = document.At("metadata", name)?.DeepClone();
        var status = new JsonObject { ["replicas"] = document.Number(paths.Status) ?? 0 };
        if (paths.Selector is not null && document.At(paths.Selector) is { } selector)
        {
            status["selector"] = selector is JsonObject labels
                ? string.Join(',', (labels.Child("matchLabels") ?? []).Select(label => string.Create(CultureInfo.InvariantCulture, $"{label.Key}={label.Value}")))
                : selector.ToString();
        }
        return new JsonObject
        {
            ["kind"] = "Scale",
            ["apiVersion"] = "autoscaling/v1",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = document.Number(paths.Specification) ?? 0 },
            ["status"] = status,
        };
    }

    private static JsonObject Success() => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Success",
        ["code"] = 201,
    };
}
