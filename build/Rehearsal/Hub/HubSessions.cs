using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>Who is logged in, by cookie, as long as the rehearsal runs.</summary>
internal sealed class HubSessions
{
    private const string Cookie = "jupyterhub-hub-login";
    private const string Forgery = "_xsrf";

    private readonly ConcurrentDictionary<string, string> _users = new();

    /// <summary>The user who sent the request; null for a stranger.</summary>
    public string? UserOf(HttpRequest request) =>
        request.Cookies.TryGetValue(Cookie, out var session) && _users.TryGetValue(session, out var user) ? user : null;

    public void Begin(HttpResponse response, string user)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _users[session] = user;
        response.Cookies.Append(Cookie, session, Options());
    }

    public void End(HttpRequest request, HttpResponse response)
    {
        if (request.Cookies.TryGetValue(Cookie, out var session))
            _users.TryRemove(session, out _);
        response.Cookies.Delete(Cookie);
    }

    /// <summary>The value that a form has to send along, so that no other site can post it.</summary>
    public static string ForgeryToken(HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue(Forgery, out var known) && known.Length > 0)
            return known;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Forgery, token, Options());
        return token;
    }

    public static bool IsGenuine(HttpRequest request, string? sent) =>
        sent is { Length: > 0 } && request.Cookies.TryGetValue(Forgery, out var known) && known == sent;

    private static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/" };
}
