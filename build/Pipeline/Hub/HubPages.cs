using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Hub;

/// <summary>Whether what answers is JupyterHub.</summary>
internal static class HubPages
{
    // Without backtracking: the page is anyone's, and may be made to take for ever.
    private static readonly Regex LoginForm = new(
        """(<form[^>]*\baction\s*=\s*["'][^"']*/hub/login[^"']*["']|\bhref\s*=\s*["'][^"']*/hub/oauth_login[^"']*["']|\bid\s*=\s*["']login-main["'])""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>The version in the answer of <c>/hub/api</c>: <c>{"version": "5.5.0"}</c>; null when it is not such an answer.</summary>
    public static string? Version(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.String
                && version.GetString() is { Length: > 0 } text
                    ? text
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a page is one to log in: a form that posts to the hub's login, or the button that leads to an OAuth provider. Texts and titles are
    /// the operator's, so they say nothing.
    /// </summary>
    public static bool IsLogin(string body) => LoginForm.IsMatch(body);

    /// <summary>With <c>auto_login</c> the hub sends users to the provider at once.</summary>
    public static bool IsLoginRedirect(HttpStatusCode status, Uri? location)
        => status == HttpStatusCode.Found && location?.OriginalString.Contains("/hub/oauth_login", StringComparison.Ordinal) == true;
}
