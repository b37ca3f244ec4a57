namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>Product names that keep their spelling when an identifier is split into words.</summary>
    private static readonly string[] s_knownWords =
    [
        "DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains"
    ];

    public static IEnumerable<string> Split(this string str, Func<char, int, bool> predicate, bool includeSplitCharacter = false)
    {
        var start = 0;
        for (var i = 0; i < str.Length; i++)
        {
            if (!predicate(str[i], i))
                continue;

            yield return str[start..i];
            start = includeSplitCharacter ? i : i + 1;
        }

        yield return str[start..];
    }

    /// <summary>Splits before an upper-case letter that follows a lower-case one, so neither digits nor runs of capitals are boundaries.</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var afterLower = false;
        var exclusionEnd = 0;

        return str.Split(
            (character, index) =>
            {
                var isHump = afterLower && char.IsUpper(character);
                afterLower = char.IsLower(character) && !isHump;

                if (exclusions.Length > 0 && index >= exclusionEnd)
                {
                    var length = exclusions
                        .Where(x => str.IndexOf(x, exclusionEnd, StringComparison.OrdinalIgnoreCase) == index)
                        .Select(x => x.Length)
                        .DefaultIfEmpty(0)
                        .Max();
                    if (length > 0)
                    {
                        exclusionEnd = index + length - 1;
                        return index > 0;
                    }
                }

                return isHump && index > exclusionEnd;
            },
            includeSplitCharacter: true);
    }

    public static IEnumerable<string> SplitCamelHumpsWithKnownWords(this string str) => str.SplitCamelHumps(s_knownWords);

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n", "\n"], options);

    public static string[] SplitParagraphs(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n\r\n", "\n\n"], options);

    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
