using System.Net;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>The hub's pages: like JupyterHub's in what they offer, our own in everything else.</summary>
internal static class HubPages
{
    private const string Style = """
        body { margin: 0; font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; color: #333; background: #fff; }
        header { display: flex; align-items: center; gap: .6rem; padding: .6rem 1.2rem; border-bottom: 1px solid #e7e7e7; background: #f8f8f8; }
        header b { color: #f37524; font-size: 1.25rem; } header span { margin-left: auto; }
        .announcement { background: #fdf3ea; padding: .6rem 1.2rem; text-align: center; }
        main { max-width: 24rem; margin: 3rem auto; padding: 0 1rem; }
        form { border: 1px solid #ccc; border-radius: 4px; overflow: hidden; }
        h1 { font-size: 1.1rem; margin: 0; padding: .8rem 1rem; background: #f37524; color: #fff; font-weight: 600; }
        .fields { padding: 1rem; } label { display: block; margin-top: .6rem; } input { width: 100%; box-sizing: border-box; padding: .5rem; font-size: 1rem; }
        .button { display: inline-block; margin-top: 1rem; padding: .55rem 1.1rem; background: #f37524; color: #fff; border: 0; border-radius: 4px; font-size: 1rem; text-decoration: none; cursor: pointer; width: auto; }
        .error { color: #a94442; margin: .2rem 0; } footer { text-align: center; color: #888; font-size: .85rem; margin: 3rem; }
        """;

    public static string Login(HubConfiguration hub, string forgery, string? next, string? failure) => Page(hub, "JupyterHub", user: null, hub switch
    {
        { IsDummy: true } => $"""
            <form action="{Text(hub.BaseUrl)}hub/login?next={WebUtility.UrlEncode(next ?? "")}" method="post" id="login">
              <h1>Sign in</h1>
              <div class="fields">
                {(failure is null ? "" : $"<p class=\"error\">{Text(failure)}</p>")}
                <input type="hidden" name="_xsrf" value="{Text(forgery)}">
                <label for="username_input">Username:</label>
                <input id="username_input" type="text" name="username" autocapitalize="off" autocorrect="off" autofocus required>
                <label for="password_input">Password:</label>
                <input id="password_input" type="password" name="password" autocomplete="current-password">
                <button class="button" id="login_submit" type="submit">Sign in</button>
              </div>
            </form>
            """,
        _ when hub["GenericOAuthenticator", "authorize_url"] is not null => $"""
            <p><a class="button" role="button" href="{Text(hub.BaseUrl)}hub/oauth_login?next={WebUtility.UrlEncode(next ?? "")}">Sign in with {Text((string?)hub["GenericOAuthenticator", "login_service"] ?? "OAuth 2.0")}</a></p>
            """,
        _ => $"<p>Users sign in with {Text(hub.Authenticator)}, which a rehearsal cannot answer for.</p>",
    });

    public static string Home(HubConfiguration hub, string user, bool running) => Page(hub, "JupyterHub", user, running
        ? $"""<p>Your server is running.</p><p><a class="button" href="{Text(hub.BaseUrl)}user/{Text(user)}/lab">My Server</a></p>"""
        : $"""<p>Your server is not running.</p><p><a class="button" id="start" href="{Text(hub.BaseUrl)}hub/spawn">Start My Server</a></p>""");

    public static string Pending(HubConfiguration hub, string user, string state) => Page(hub, "Your server is starting up", user, $"""
        <h2>Your server is starting up.</h2><p>You will be redirected when it is ready.</p><p id="progress">{Text(state)}</p>
        <p><a class="button" href="{Text(hub.BaseUrl)}hub/spawn-pending/{Text(user)}">Refresh</a></p>
        """);

    public static string Server(HubConfiguration hub, string user, string pod, string? node) => Page(hub, "JupyterLab", user, $"""
        <h2>JupyterLab</h2><p>In production, a notebook server answers here. In this rehearsal, its pod is <code>{Text(pod)}</code> on <code>{Text(node ?? "")}</code>.</p>
        """);

    public static string Message(HubConfiguration? hub, string title, string message) => Page(hub, title, user: null, $"<h2>{Text(title)}</h2><p>{Text(message)}</p>");

    private static string Page(HubConfiguration? hub, string title, string? user, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{Text(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>
        {Style}
        </style></head>
        <body>
        <header><b>jupyterhub</b>{(user is null ? "" : $"<span>{Text(user)} · <a href=\"{Text(hub!.BaseUrl)}hub/logout\">Logout</a></span>")}</header>
        {(hub?.Announcement is { Length: > 0 } announcement ? $"<div class=\"announcement\">{Text(announcement)}</div>" : "")}
        <main>
        {body}
        </main>
        <footer>A rehearsal of JupyterHub {JupyterHubApplication.Version}: nothing here leaves this machine.</footer>
        </body>
        </html>
        """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
