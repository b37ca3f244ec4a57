using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>The part of JupyterHub's REST API that deployments are checked with (JupyterHub reference, "rest-api").</summary>
internal sealed class HubApi(Cluster cluster, HubConfiguration hub, HubSessions sessions)
{
    public Task AnswerAsync(HttpContext context, IReadOnlyList<string> path)
    {
        if (path.Count == 0)
            return JsonAsync(context, 200, new JsonObject { ["version"] = JupyterHubApplication.Version });
        if (path is ["health"])
            return JsonAsync(context, 200, new JsonObject());
        var name = path is ["users", var given, ..] ? given : path is ["user"] ? sessions.UserOf(context.Request) : null;
        if (name is null)
            return path is ["user"] ? FailAsync(context, 403, "Missing or invalid credentials.") : FailAsync(context, 404, "Not Found");
        if (!IsAllowed(context.Request, name))
            return FailAsync(context, 403, "Missing or invalid credentials.");
        var server = new UserServer(cluster, hub, name);
        return (path, context.Request.Method) switch
        {
            ([_] or [_, _], "GET") => JsonAsync(context, 200, Describe(name, server)),
            ([_, _, "server"], "POST") => StartAsync(context, server),
            ([_, _, "server"], "DELETE") => StopAsync(context, server),
            ([_, _, "server"], _) => FailAsync(context, 405, "Method Not Allowed"),
            _ => FailAsync(context, 404, "Not Found"),
        };
    }

    private static Task StartAsync(HttpContext context, UserServer server)
    {
        if (server.IsReady)
            return FailAsync(context, 400, "server is already running");
        server.Start();
        context.Response.StatusCode = server.IsReady ? 201 : 202;
        return Task.CompletedTask;
    }

    private static Task StopAsync(HttpContext context, UserServer server)
    {
        server.Stop();
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private JsonObject Describe(string name, UserServer server)
    {
        var servers = new JsonObject();
        if (server.Find() is { } pod)
        {
            servers[""] = new JsonObject
            {
                ["name"] = "",
                ["ready"] = server.IsReady,
                ["pending"] = server.IsReady ? null : "spawn",
                ["stopped"] = false,
                ["url"] = $"{hub.BaseUrl}user/{Uri.EscapeDataString(name)}/",
                ["started"] = pod.Text("metadata", "creationTimestamp"),
                ["state"] = new JsonObject { ["pod_name"] = server.Pod.Name },
            };
        }
        return new JsonObject
        {
            ["name"] = name,
            ["kind"] = "user",
            ["admin"] = hub["Authenticator", "admin_users"].Texts().Contains(name),
            ["server"] = server.IsReady ? $"{hub.BaseUrl}user/{Uri.EscapeDataString(name)}/" : null,
            ["pending"] = server.Find() is not null && !server.IsReady ? "spawn" : null,
            ["servers"] = servers,
        };
    }

    /// <summary>Users may do this for themselves; services when a role of theirs says so.</summary>
    private bool IsAllowed(HttpRequest request, string user)
    {
        var header = request.Headers.Authorization.ToString().Split(' ', 2);
        if (header is not [var scheme, var token] || scheme.ToLowerInvariant() is not ("token" or "bearer"))
            return sessions.UserOf(request) == user;
        var service = hub.Values.Child("hub", "services")?.FirstOrDefault(each => (each.Value.Text("apiToken") ?? each.Value.Text("api_token")) == token);
        if (service?.Key is not { } name)
            return false;
        return service.Value.Value.Flag("admin") == true || hub.Values.Child("hub", "loadRoles")?.Any(role =>
            role.Value.Texts("services").Contains(name)
            && role.Value.Texts("scopes").Any(scope => scope is "admin:servers" or "servers" or "admin:users")) == true;
    }

    private static Task FailAsync(HttpContext context, int status, string message) =>
        JsonAsync(context, status, new JsonObject { ["status"] = status, ["message"] = message });

    private static Task JsonAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
