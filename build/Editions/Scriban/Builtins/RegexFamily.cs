using System.Text.RegularExpressions;
using Scriban.Runtime;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>regex</c>; each match may take as long as the context allows.</summary>
internal static class RegexFamily
{
    public static ScriptObject Create()
    {
        var family = new ScriptObject(6);
        var options = Text("options").Or(null);
        family.Add("Escape", [Text("pattern")], c => Regex.Escape(c.Text(0)), needsText: true);
        family.Add(
            "Match",
            [Text("text"), Text("pattern"), options],
            c => Groups(Regex.Match(c.Text(0), c.Text(1), Options(c, 2), c.Context.RegexTimeOut)),
            needsText: true);
        family.Add(
            "Matches",
            [Text("text"), Text("pattern"), options],
            c => new ScriptArray(Regex.Matches(c.Text(0), c.Text(1), Options(c, 2), c.Context.RegexTimeOut).Select(Groups)),
            needsText: true);
        family.Add(
            "Replace",
            [Text("text"), Text("pattern"), Text("replace"), options],
            c => Regex.Replace(c.Text(0), c.Text(1), c.Text(2), Options(c, 3), c.Context.RegexTimeOut),
            needsText: true);
        family.Add(
            "Split",
            [Text("text"), Text("pattern"), options],
            c => new ScriptArray((IEnumerable<object>)Regex.Split(c.Text(0), c.Text(1), Options(c, 2), c.Context.RegexTimeOut)),
            needsText: true);
        family.Add("Unescape", [Text("pattern")], c => Regex.Unescape(c.Text(0)), needsText: true);
        return family;
    }

    private static ScriptArray Groups(Match match) => match.Success ? [.. match.Groups.Values.Select(group => (object)group.Value)] : [];

    private static RegexOptions Options(Invocation call, int index)
    {
        var options = RegexOptions.None;
        foreach (var letter in call.Text(index) ?? string.Empty)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }
        return options;
    }
}
