using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Runtime;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>string</c>.</summary>
internal static partial class StringFamily
{
    public static ScriptObject Create()
    {
        var family = new ScriptObject(48);
        family.Add("Escape", [Text("text")], c => Escape(c.Text(0)));
        family.Add("Append", [Text("text"), Text("with")], c => Limited(c.Context, c.Text(0), c.Text(1)));
        family.Add("Capitalize", [Text("text")], c => Capitalize(c.Text(0)));
        family.Add("Capitalizewords", [Text("text")], c => CapitalizeWords(c.Text(0)));
        family.Add("Contains", [Text("text"), Text("value")], c => HasBoth(c) && c.Text(0).Contains(c.Text(1), StringComparison.Ordinal));
        family.Add("Empty", [Text("text")], c => string.IsNullOrEmpty(c.Text(0)));
        family.Add("Whitespace", [Text("text")], c => string.IsNullOrWhiteSpace(c.Text(0)));
        family.Add("Downcase", [Text("text")], c => c.Text(0)?.ToLowerInvariant());
        family.Add("EndsWith", [Text("text"), Text("value")], c => HasBoth(c) && c.Text(0).EndsWith(c.Text(1), StringComparison.CurrentCulture));
        family.Add("EqualsIgnoreCase", [Text("text"), Text("value")], c => c.Text(0)?.Equals(c.Text(1), StringComparison.InvariantCultureIgnoreCase) ?? false);
        family.Add("Handleize", [Text("text")], c => Handleize(c.Text(0)));
        family.Add("Literal", [Text("text")], c => c[0] is null ? null : $"\"{Escape(c.Text(0))}\"");
        family.Add("LStrip", [Text("text")], c => c.Text(0)?.TrimStart());
        family.Add("Pluralize", [Int("number"), Text("singular"), Text("plural")], c => c.Int(0) == 1 ? c[1] : c[2]);
        family.Add("Prepend", [Text("text"), Text("by")], c => Limited(c.Context, c.Text(1), c.Text(0)));
        family.Add("Remove", [Text("text"), Text("remove")], c => HasBoth(c) ? c.Text(0).Replace(c.Text(1), string.Empty, StringComparison.Ordinal) : c[0]);
        family.Add("RemoveFirst", [Text("text"), Text("remove")], c => HasBoth(c) ? ReplaceOne(c.Text(0), c.Text(1), string.Empty, fromEnd: false) : c[0]);
        family.Add("RemoveLast", [Text("text"), Text("remove")], c => HasBoth(c) ? ReplaceOne(c.Text(0), c.Text(1), string.Empty, fromEnd: true) : c[0]);
        family.Add("Replace", [Text("text"), Text("match"), Text("replace")], c => string.IsNullOrEmpty(c.Text(0))
            ? string.Empty
            : Limited(c.Context, c.Text(0).Replace(c.Text(1) ?? string.Empty, c.Text(2) ?? string.Empty, StringComparison.Ordinal)));
        family.Add(
            "ReplaceFirst",
            [Text("text"), Text("match"), Text("replace"), new ScriptParameterInfo(typeof(bool), "fromEnd", false)],
            c => Limited(c.Context, ReplaceOne(c.Text(0), c.Text(1), c.Text(2), (bool)c[3])));
        family.Add("RStrip", [Text("text")], c => c.Text(0)?.TrimEnd());
        family.Add("Size", [Text("text")], c => c.Text(0)?.Length ?? 0);
        family.Add("Slice", [Text("text"), Int("start"), new ScriptParameterInfo(typeof(int?), "length", null)], c => Slice(c.Text(0), c.Int(1), (int?)c[2]));
        family.Add("Slice1", [Text("text"), Int("start"), Int("length").Or(1)], c => Slice1(c.Text(0), c.Int(1), c.Int(2)));
        family.Add("Split", [Text("text"), Text("match")], c => Split(c.Text(0), c.Text(1)));
        family.Add("StartsWith", [Text("text"), Text("value")], c => HasBoth(c) && c.Text(0).StartsWith(c.Text(1), StringComparison.CurrentCulture));
        family.Add("Strip", [Text("text")], c => c.Text(0)?.Trim());
        family.Add("StripNewlines", [Text("text")], c => string.Concat((c.Text(0) ?? string.Empty).Where(ch => ch is not ('\r' or '\n'))));
        family.Add("ToInt", [Text("text")], c => int.TryParse(c.Text(0), NumberStyles.Integer, c.Context.CurrentCulture, out var number) ? number : null);
        family.Add("ToLong", [Text("text")], c => long.TryParse(c.Text(0), NumberStyles.Integer, c.Context.CurrentCulture, out var number) ? number : null);
        family.Add("ToFloat", [Text("text")], c => float.TryParse(c.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, c.Context.CurrentCulture, out var number) ? number : null);
        family.Add("ToDouble", [Text("text")], c => double.TryParse(c.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, c.Context.CurrentCulture, out var number) ? number : null);
        family.Add("Truncate", [Text("text"), Int("length"), Text("ellipsis").Or(null)], c => Truncate(c.Text(0), c.Int(1), c.Text(2) ?? "..."));
        family.Add("Truncatewords", [Text("text"), Int("count"), Text("ellipsis").Or(null)], c => TruncateWords(c.Text(0), c.Int(1)));
        family.Add("Upcase", [Text("text")], c => c.Text(0)?.ToUpperInvariant());
        AddHashes(family);
        family.Add("PadLeft", [Text("text"), Int("width")], c => (c.Text(0) ?? string.Empty).PadLeft(Width(c)));
        family.Add("PadRight", [Text("text"), Int("width")], c => (c.Text(0) ?? string.Empty).PadRight(Width(c)));
        family.Add("Base64Encode", [Text("text")], c => Convert.ToBase64String(Encoding.UTF8.GetBytes(c.Text(0) ?? string.Empty)));
        family.Add("Base64Decode", [Text("text")], c => Encoding.UTF8.GetString(Convert.FromBase64String(c.Text(0) ?? string.Empty)));
        family.Add(
            "IndexOf",
            [Text("text"), Text("search"), new(typeof(int?), "startIndex", null), new(typeof(int?), "count", null), Text("stringComparison").Or(null)],
            IndexOf);
        return family;
    }

    /// <summary>A text as it stands between quotes.</summary>
    public static string Escape(string text)
    {
        if (text is null || !text.Any(c => c < ' ' || c is '"' or '\\'))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => escaped.Append('\\').Append(c),
                '\a' => escaped.Append("\\a"),
                '\b' => escaped.Append("\\b"),
                '\t' => escaped.Append("\\t"),
                '\r' => escaped.Append("\\r"),
                '\v' => escaped.Append("\\v"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                < ' ' => escaped.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    private static bool HasBoth(Invocation call) => !string.IsNullOrEmpty(call.Text(0)) && !string.IsNullOrEmpty(call.Text(1));

    private static string Limited(TemplateContext context, string first, string second = null)
    {
        if (context.LimitToString > 0 && (long)(first?.Length ?? 0) + (second?.Length ?? 0) > context.LimitToString)
            throw new InvalidOperationException($"The resulting string length exceeds the configured LimitToString `{context.LimitToString}`.");
        return first + second;
    }

    private static int Width(Invocation call) => call.Context.LimitToString > 0 && call.Int(1) > call.Context.LimitToString
        ? throw new ArgumentOutOfRangeException("width", $"Padding width `{call.Int(1)}` exceeds the configured LimitToString `{call.Context.LimitToString}`.")
        : call.Int(1);

    private static string Capitalize(string text) => string.IsNullOrEmpty(text) ? string.Empty : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    private static string CapitalizeWords(string text)
    {
        var capitalized = new StringBuilder(text);
        var startsWord = true;
        for (var i = 0; i < capitalized.Length; i++)
        {
            if (char.IsWhiteSpace(capitalized[i]))
            {
                startsWord = true;
            }
            else if (startsWord && char.IsLetter(capitalized[i]))
            {
                capitalized[i] = char.ToUpper(capitalized[i], CultureInfo.CurrentCulture);
                startsWord = false;
            }
        }
        return capitalized.ToString();
    }

    /// <summary>Letters and digits in lower case, with one dash for whatever is between them.</summary>
    private static string Handleize(string text)
    {
        var handle = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                handle.Append(char.ToLowerInvariant(c));
            else if (handle.Length == 0 || handle[^1] != '-')
                handle.Append('-');
        }
        if (handle.Length > 0 && handle[^1] == '-')
            handle.Length--;
        return handle.ToString();
    }

    private static string ReplaceOne(string text, string match, string replacement, bool fromEnd)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
            return text ?? string.Empty;
        var index = fromEnd
            ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? text : string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + match.Length));
    }

    private static string Slice(string text, int start, int? count)
    {
        if (string.IsNullOrEmpty(text) || start >= text.Length)
            return string.Empty;
        if (start < 0)
            start += text.Length;
        var length = count ?? text.Length;
        if (start < 0)
        {
            if (start + length <= 0)
                return string.Empty;
            (start, length) = (0, length + start);
        }
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static string Slice1(string text, int start, int length)
    {
        if (string.IsNullOrEmpty(text) || start > text.Length || length <= 0)
            return string.Empty;
        if (start < 0)
            start += text.Length;
        if (start < 0)
            (start, length) = (0, length + start);
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static ScriptRange Split(string text, string match)
    {
        if (string.IsNullOrEmpty(text))
            return new ScriptRange(Enumerable.Empty<string>());
        return new ScriptRange(string.IsNullOrEmpty(match) ? [text] : text.Split(match, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Truncate(string text, int length, string ellipsis)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        return text.Length <= length ? text : string.Concat(text.AsSpan(0, Math.Max(0, length - ellipsis.Length)), ellipsis);
    }

    /// <summary>Ends in three dots always; the language takes an ellipsis of one's own but leaves it out.</summary>
    private static string TruncateWords(string text, int count) =>
        string.IsNullOrEmpty(text) ? string.Empty : string.Join(' ', WhiteSpace().Split(text).Take(count)) + "...";

    private static object IndexOf(Invocation call)
    {
        var text = call.Text(0) ?? throw new ArgumentNullException("text");
        var search = call.Text(1) ?? throw new ArgumentNullException("search");
        var comparison = StringComparison.CurrentCulture;
        if (call[4] is string name && !Enum.TryParse(name, out comparison))
            throw new ArgumentException($"'{name}' is not a valid stringComparison", "stringComparison");
        var start = (int?)call[2] ?? 0;
        return text.IndexOf(search, start, (int?)call[3] ?? text.Length - start, comparison);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
