using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Files and directories of this machine, and what may be one.</summary>
internal static class Paths
{
    /// <summary>A path, relative to the file that holds it; <c>~</c> is the home directory. It becomes a full path.</summary>
    public static Shape<string> Local { get; } =
        new ScalarShape<string>("a path, relative to this file or absolute, or beginning with ~/", ParseLocal, value => JsonValue.Create(value))
        {
            Constraints = () => new JsonObject { ["minLength"] = 1 },
        };

    /// <summary>Where charts come from.</summary>
    public static Shape<string> ChartRepository { get; } =
        new ScalarShape<string>("https://…, oci://…, or a directory", ParseRepository, value => JsonValue.Create(value))
        {
            Constraints = () => new JsonObject { ["minLength"] = 1 },
        };

    /// <summary>The full path of <paramref name="text"/> as <paramref name="document"/> means it.</summary>
    public static string Resolve(string text, SourceDocument document)
    {
        if (text == "~" || text.StartsWith("~/", StringComparison.Ordinal))
        {
            var home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
            text = Path.Join(home, text[1..]);
        }
        return Path.GetFullPath(text, document.Directory);
    }

    private static string? ParseLocal(SourceScalar scalar, out string value)
    {
        value = "";
        if (string.IsNullOrWhiteSpace(scalar.Text))
            return "it is blank";
        if (scalar.Text.StartsWith('~') && scalar.Text is not "~" && !scalar.Text.StartsWith("~/", StringComparison.Ordinal))
            return "other users' home directories are not known";
        value = Resolve(scalar.Text, scalar.Position.Document);
        return null;
    }

    private static string? ParseRepository(SourceScalar scalar, out string value)
    {
        value = scalar.Text;
        var scheme = value.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return ParseLocal(scalar, out value);
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Host.Length == 0)
            return "the URL is not complete";
        if (url.UserInfo.Length > 0)
            return "a URL holds no password; log in with helm registry login";
        if (url.Scheme is "https" or "oci")
            return null;
        return url is { Scheme: "http", IsLoopback: true } ? null : "only https:// and oci://; http:// on this machine alone";
    }
}
