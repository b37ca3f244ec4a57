using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>The proxy and the hub behind it. It keeps nothing but sessions: configuration and servers are those of the cluster.</summary>
internal sealed class JupyterHubApplication(Cluster cluster)
{
    public const string Version = "5.5.0";

    private readonly HubSessions _sessions = new();

    /// <param name="proxy">The ready proxy pod that took the request.</param>
    public async Task AnswerAsync(HttpContext context, JsonObject proxy)
    {
        if (HubConfiguration.Find(cluster, proxy.Text("metadata", "namespace")!) is not { } hub)
        {
            await HtmlAsync(context, 503, HubPages.Message(null, "Service unavailable", "The hub is not ready."));
            return;
        }
        context.Response.Headers["X-JupyterHub-Version"] = Version;
        var path = context.Request.Path.Value ?? "/";
        if (!path.StartsWith(hub.BaseUrl, StringComparison.Ordinal))
        {
            context.Response.Redirect(hub.BaseUrl);
            return;
        }
        var parts = path[hub.BaseUrl.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        await (parts switch
        {
            [] => RedirectAsync(context, hub.BaseUrl + "hub/"),
            ["hub"] => RedirectAsync(context, hub.BaseUrl + (_sessions.UserOf(context.Request) is null ? "hub/login?next=" + Uri.EscapeDataString(hub.BaseUrl + "hub/") : "hub/home")),
            ["hub", "health"] => HtmlAsync(context, 200, ""),
            ["hub", "api", .. var rest] => new HubApi(cluster, hub, _sessions).AnswerAsync(context, rest),
            ["hub", "login"] => LoginAsync(context, hub),
            ["hub", "oauth_login"] => AuthorizeAsync(context, hub),
            ["hub", "logout"] => LogoutAsync(context, hub),
            ["hub", "home"] or ["hub", "spawn"] or ["hub", "spawn-pending", _] => ForUserAsync(context, hub, user => UserPageAsync(context, hub, parts[1], user)),
            ["user", var name, ..] => ForUserAsync(context, hub, user => ServerAsync(context, hub, name, user)),
            _ => HtmlAsync(context, 404, HubPages.Message(hub, "404 : Not Found", "Jupyter has lots of moons, but this is not one...")),
        });
    }

    private async Task LoginAsync(HttpContext context, HubConfiguration hub)
    {
        string? next = context.Request.Query["next"];
        if (context.Request.Method != HttpMethods.Post)
        {
            await HtmlAsync(context, 200, HubPages.Login(hub, HubSessions.ForgeryToken(context), next, failure: null));
            return;
        }
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!HubSessions.IsGenuine(context.Request, form["_xsrf"]))
        {
            await HtmlAsync(context, 403, HubPages.Message(hub, "403 : Forbidden", "'_xsrf' argument missing from POST"));
            return;
        }
        var user = form["username"].ToString().Trim().ToLowerInvariant();
        var password = hub["DummyAuthenticator", "password"].Text() ?? "";
        if (!hub.IsDummy || user.Length == 0 || (password.Length > 0 && form["password"] != password))
        {
            await HtmlAsync(context, 403, HubPages.Login(hub, HubSessions.ForgeryToken(context), next, "Invalid username or password"));
            return;
        }
        if (!hub.Allows(user))
        {
            await HtmlAsync(context, 403, HubPages.Message(hub, "403 : Forbidden", $"User {user} is not allowed: see allow_all, allowed_users."));
            return;
        }
        _sessions.Begin(context.Response, user);
        // Only to places of this hub: anything else would let a link lead a user astray after login.
        var isLocal = next is { Length: > 0 } && next.StartsWith(hub.BaseUrl, StringComparison.Ordinal) && !next.StartsWith("//", StringComparison.Ordinal);
        context.Response.Redirect(isLocal ? next! : hub.BaseUrl + "hub/home");
    }

    private static Task AuthorizeAsync(HttpContext context, HubConfiguration hub)
    {
        string? Setting(string name) => hub["GenericOAuthenticator", name].Text();
        if (Setting("authorize_url") is not { } authorize)
            return HtmlAsync(context, 404, HubPages.Message(hub, "404 : Not Found", "This hub has no OAuth."));
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["redirect_uri"] = Setting("oauth_callback_url"),
            ["client_id"] = Setting("client_id"),
            ["scope"] = string.Join(' ', hub["GenericOAuthenticator", "scope"].Texts()),
            ["state"] = HubSessions.ForgeryToken(context),
        });
        return RedirectAsync(context, authorize + query);
    }

    private Task LogoutAsync(HttpContext context, HubConfiguration hub)
    {
        _sessions.End(context.Request, context.Response);
        return RedirectAsync(context, hub.BaseUrl + "hub/login");
    }

    private Task UserPageAsync(HttpContext context, HubConfiguration hub, string page, string user)
    {
        var server = new UserServer(cluster, hub, user);
        if (page == "spawn")
            server.Start();
        if (page == "home")
            return HtmlAsync(context, 200, HubPages.Home(hub, user, server.IsReady));
        return server.IsReady
            ? RedirectAsync(context, $"{hub.BaseUrl}user/{Uri.EscapeDataString(user)}/lab")
            : page == "spawn"
                ? RedirectAsync(context, $"{hub.BaseUrl}hub/spawn-pending/{Uri.EscapeDataString(user)}")
                : HtmlAsync(context, 200, HubPages.Pending(hub, user, server.Progress));
    }

    private Task ServerAsync(HttpContext context, HubConfiguration hub, string name, string user)
    {
        if (name != user)
            return HtmlAsync(context, 403, HubPages.Message(hub, "403 : Forbidden", $"{user} is not allowed to use the server of {name}."));
        var server = new UserServer(cluster, hub, user);
        return server is { IsReady: true } && server.Find() is { } pod
            ? HtmlAsync(context, 200, HubPages.Server(hub, user, server.Pod.Name, pod.Text("spec", "nodeName")))
            : HtmlAsync(context, 424, HubPages.Message(hub, "Server not running", "Your server is not running. Start it from the home page."));
    }

    private Task ForUserAsync(HttpContext context, HubConfiguration hub, Func<string, Task> answer) => _sessions.UserOf(context.Request) is { } user
        ? answer(user)
        : RedirectAsync(context, $"{hub.BaseUrl}hub/login?next={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");

    private static Task RedirectAsync(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task HtmlAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
