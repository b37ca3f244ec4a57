using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>Writes text so that every YAML reader, of 1.1 and 1.2, gets it back as it is.</summary>
internal static partial class YamlText
{
    private const int PlainLimit = 200;

    /// <summary>Text as a scalar: plain where that can mean nothing else, in double quotes otherwise.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : $"\"{Escape(text)}\"";

    /// <summary>The inside of a double-quoted scalar (YAML 1.2, section 5.7).</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                // Line breaks to YAML 1.1 (U+0085, U+2028, U+2029), the byte order mark, and what is not printable (section 5.1).
                < ' ' or (>= '\u007F' and <= '\u009F') => escaped.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => escaped.Append(character),
            };
        }
        return escaped.ToString();
    }

    /// <summary>Whether the text has characters that only a double-quoted scalar can hold.</summary>
    public static bool NeedsEscapes(string text, bool lineFeedsAllowed) => text.Any(character =>
        character is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u007F' and <= '\u009F')
        || (character < ' ' && character != '\t' && !(lineFeedsAllowed && character == '\n')));

    /// <summary>Why no YAML can hold the text, or <see langword="null"/>.</summary>
    public static string? WhyUnwritable(string text)
    {
        if (text.Contains('\0'))
            return "holds a NUL character";
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return "holds half of a character (a lone surrogate)";
        }
        return null;
    }

    private static bool IsPlain(string text) => text.Length <= PlainLimit && Plain().IsMatch(text) && !Words().IsMatch(text);

    // Far fewer than YAML allows: no blanks, nothing that begins like a number, a date or an indicator.
    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9_./+@-]*(?::[A-Za-z0-9_./+@-]+)*\z")]
    private static partial Regex Plain();

    // What YAML 1.1 (https://yaml.org/type/bool.html) or 1.2 reads as something else than text.
    [GeneratedRegex(@"^(?:y|n|yes|no|true|false|on|off|null|nan|inf|infinity)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
