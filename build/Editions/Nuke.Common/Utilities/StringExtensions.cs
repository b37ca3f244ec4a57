namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);

    public static string ToNullIfEmpty(this string str) => string.IsNullOrEmpty(str) ? null : str;

    public static string ToNullIfWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str) ? null : str;

    public static string Capitalize(this string text) =>
        string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string EscapeBraces(this string str) =>
        string.IsNullOrWhiteSpace(str) ? string.Empty : str.Replace("{", "{{").Replace("}", "}}");

    public static string Indent(this string text, int count) => ' '.Repeat(count) + text;

    public static string Repeat(this char ch, int count) => new(ch, count);

    public static string Prepend(this string str, string prependText) => prependText + str;

    public static string Append(this string str, string appendText) => str + appendText;

    public static string Truncate(this string str, int maxChars) => str.Length <= maxChars ? str : str[..maxChars] + "…";
}
