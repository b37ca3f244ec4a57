using System.Net;
using System.Text.RegularExpressions;
using Scriban.Runtime;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>html</c>.</summary>
internal static partial class HtmlFamily
{
    // Scripts, comments and styles with what they enclose, and any other tag with its attributes.
    private const string Markup =
        "<script.*?</script>|<!--.*?-->|<style.*?</style>|<(?:[^>=]|='[^']*'|=\"[^\"]*\"|=[^'\"][^\\s>]*)*>";

    public static ScriptObject Create()
    {
        var family = new ScriptObject(5);
        family.Add("Strip", [Text("text")], c => c[0] is null
            ? null
            : Regex.Replace(c.Text(0), Markup, string.Empty, RegexOptions.IgnoreCase | RegexOptions.Singleline, c.Context.RegexTimeOut));
        family.Add("Escape", [Text("text")], c => WebUtility.HtmlEncode(c.Text(0)));
        family.Add("NewlineToBr", [Text("text")], c => c[0] is null ? null : NewLine().Replace(c.Text(0), "<br />$0"));
        family.Add("UrlEncode", [Text("text")], c => c[0] is null ? null : Uri.EscapeDataString(c.Text(0)));
        family.Add("UrlEscape", [Text("text")], c => c[0] is null ? null : Forbidden().Replace(c.Text(0), run => Uri.EscapeDataString(run.Value)));
        return family;
    }

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex NewLine();

    /// <summary>A run of characters that a URL may not contain: neither unreserved nor reserved, RFC 3986 section 2.</summary>
    [GeneratedRegex(@"[^a-zA-Z0-9\-._~:/?#\[\]@!$&'()*+,;=]+")]
    private static partial Regex Forbidden();
}
