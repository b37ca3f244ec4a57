namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>Removes one occurrence of <paramref name="trim"/> from the end.</summary>
    public static string TrimEnd(this string str, string trim) => str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>Removes one occurrence of <paramref name="trim"/> from the start.</summary>
    public static string TrimStart(this string str, string trim) => str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    public static string TrimToOne(this string str, string trim)
    {
        while (str.Contains(trim + trim, StringComparison.Ordinal))
            str = str.Replace(trim + trim, trim, StringComparison.Ordinal);
        return str;
    }

    public static string TrimWhitespaces(this string str) =>
        str.Replace("\r", string.Empty).Replace("\n", string.Empty).TrimToOne(" ");
}
