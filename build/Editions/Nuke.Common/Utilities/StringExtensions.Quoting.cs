namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string DoubleQuote(this string str) => $"\"{str?.Replace("\"", "\\\"")}\"";

    public static string DoubleQuoteIfNeeded(this string str) => str.DoubleQuoteIfNeeded(' ');

    public static string DoubleQuoteIfNeeded(this string str, params char?[] disallowed)
    {
        if (string.IsNullOrWhiteSpace(str))
            return string.Empty;

        return str.IsDoubleQuoted() || !ContainsAny(str, disallowed) ? str : str.DoubleQuote();
    }

    public static string SingleQuote(this string str) => $"'{str?.Replace("'", "\\'")}'";

    public static string SingleQuoteIfNeeded(this string str) => str.SingleQuoteIfNeeded(' ');

    public static string SingleQuoteIfNeeded(this string str, params char?[] disallowed)
    {
        if (string.IsNullOrWhiteSpace(str))
            return string.Empty;

        return str.IsSingleQuoted() || !ContainsAny(str, disallowed) ? str : str.SingleQuote();
    }

    public static bool IsDoubleQuoted(this string str) => str.StartsWith('"') && str.EndsWith('"');

    public static bool IsSingleQuoted(this string str) => str.StartsWith('\'') && str.EndsWith('\'');

    public static string TrimMatchingDoubleQuotes(this string str) => TrimMatching(str, '"');

    public static string TrimMatchingSingleQuotes(this string str) => TrimMatching(str, '\'');

    private static string TrimMatching(string str, char quote) =>
        str.Length >= 2 && str[0] == quote && str[^1] == quote ? str[1..^1] : str;

    private static bool ContainsAny(string str, char?[] characters) => characters.Any(x => x is { } character && str.Contains(character));
}
