namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string Join(this IEnumerable<string> enumerable, string separator) => string.Join(separator, enumerable);

    public static string Join(this IEnumerable<string> enumerable, char separator) => string.Join(separator, enumerable);

    public static string JoinSpace(this IEnumerable<string> values) => values.Join(' ');

    public static string JoinDash(this IEnumerable<string> values) => values.Join('-');

    public static string JoinUnderscore(this IEnumerable<string> values) => values.Join('_');

    public static string JoinAmpersand(this IEnumerable<string> values) => values.Join('&');

    public static string JoinSemicolon(this IEnumerable<string> values) => values.Join(';');

    public static string JoinSlash(this IEnumerable<string> values) => values.Join('/');

    public static string JoinBackslash(this IEnumerable<string> values) => values.Join('\\');

    public static string JoinDot(this IEnumerable<string> values) => values.Join('.');

    public static string JoinComma(this IEnumerable<string> values) => values.Join(',');

    public static string JoinCommaSpace(this IEnumerable<string> values) => values.Join(", ");

    public static string JoinCommaOr(this IEnumerable<string> values) => JoinEnumeration(values, "or");

    public static string JoinCommaAnd(this IEnumerable<string> values) => JoinEnumeration(values, "and");

    public static string JoinNewLine(this IEnumerable<string> values, PlatformFamily? platformFamily = null) =>
        values.Join(GetNewLine(platformFamily));

    public static string JoinParagraph(this IEnumerable<string> values, PlatformFamily? platformFamily = null) =>
        values.Join(GetNewLine(platformFamily) + GetNewLine(platformFamily));

    private static string JoinEnumeration(IEnumerable<string> values, string conjunction)
    {
        var all = values.ToList();
        return all.Count switch
        {
            < 2 => all.JoinCommaSpace(),
            2 => $"{all[0]} {conjunction} {all[1]}",
            _ => $"{all.SkipLast(1).JoinCommaSpace()}, {conjunction} {all[^1]}"
        };
    }

    private static string GetNewLine(PlatformFamily? platformFamily) => platformFamily switch
    {
        null => Environment.NewLine,
        PlatformFamily.Windows => "\r\n",
        _ => "\n"
    };
}
