using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns of <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>{a,b}</c> and <c>**</c>.</summary>
public static class Globbing
{
    public static GlobbingCaseSensitivity GlobbingCaseSensitivity;

    private static bool IgnoreCase => GlobbingCaseSensitivity switch
    {
        GlobbingCaseSensitivity.CaseSensitive => false,
        GlobbingCaseSensitivity.CaseInsensitive => true,
        _ => EnvironmentInfo.IsWin
    };

    public static IReadOnlyCollection<string> GlobFiles(string directory, params string[] patterns) =>
        Find(directory, patterns, (pattern, root) => pattern.Files(root));

    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        GlobFiles((string)directory, patterns).Select(x => (AbsolutePath)x).ToList();

    public static IReadOnlyCollection<string> GlobDirectories(string directory, params string[] patterns) =>
        Find(directory, patterns, (pattern, root) => pattern.Directories(root));

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        GlobDirectories((string)directory, patterns).Select(x => (AbsolutePath)x).ToList();

    private static List<string> Find(string directory, string[] patterns, Func<GlobPattern, string, IEnumerable<string>> find)
    {
        if (patterns.Length == 0)
            (directory, patterns) = SplitDefinition(directory);

        return patterns.SelectMany(x => find(new GlobPattern(x, IgnoreCase), directory)).ToList();
    }

    /// <summary>Splits <c>/a/b/*.cs</c> into the directory without wildcards and the pattern.</summary>
    private static (string Directory, string[] Patterns) SplitDefinition(AbsolutePath definition)
    {
        var directory = definition.DescendantsAndSelf(x => x.Parent).First(x => !x.ToString().Contains('*')).ToString();
        return (directory, [definition.ToString().TrimStart(directory).TrimStart(PathRoot.AllSeparators)]);
    }
}
