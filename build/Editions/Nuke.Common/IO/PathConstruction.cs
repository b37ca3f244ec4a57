using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

/// <summary>Combines and normalizes paths as text; the file system is never asked.</summary>
public static class PathConstruction
{
    public static bool HasPathRoot(string path) => PathRoot.Of(path) is not null;

    public static string GetPathRoot(string path) => PathRoot.Of(path);

    public static string Combine(string left, string right, char? separator = null)
    {
        left = TrimSeparators(left);
        right = TrimSeparators(right);
        Assert.False(HasPathRoot(right), "Second path must not be rooted");

        if (string.IsNullOrWhiteSpace(left))
            return right;
        if (string.IsNullOrWhiteSpace(right))
            return PathRoot.IsWin(left) ? left + PathRoot.WinSeparator : left;

        AssertSeparator(left, separator);
        return PathRoot.IsUnix(left) ? left + right : $"{left}{separator ?? PathRoot.SeparatorOf(left)}{right}";
    }

    /// <summary>Removes <c>.</c> and resolves <c>..</c>; a relative path may begin with <c>..</c>, a rooted one may not pass its root.</summary>
    public static string NormalizePath(string path, char? separator = null)
    {
        AssertSeparator(path, separator);
        path ??= string.Empty;
        separator ??= PathRoot.SeparatorOf(path);

        var root = PathRoot.Of(path);
        var parts = new List<string>();
        foreach (var part in path[(root?.Length ?? 0)..].Split(PathRoot.AllSeparators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;

            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
                continue;
            }

            Assert.True(part != ".." || root is null, $"Cannot normalize '{path}' beyond path root");
            parts.Add(part);
        }

        return Combine(root, string.Join(separator.Value, parts), separator);
    }

    public static string GetRelativePath(string basePath, string destinationPath)
    {
        basePath = NormalizePath(basePath);
        destinationPath = NormalizePath(destinationPath);

        var separator = PathRoot.SeparatorOf(basePath);
        Assert.True(separator == PathRoot.SeparatorOf(destinationPath), "Separators do not match");
        Assert.True(!PathRoot.IsWin(basePath) || Path.GetPathRoot(basePath) == Path.GetPathRoot(destinationPath), "Root must be same");

        var baseParts = basePath.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var destinationParts = destinationPath.Split(separator, StringSplitOptions.RemoveEmptyEntries);
        var common = baseParts.Zip(destinationParts).TakeWhile(x => x.First.EqualsOrdinalIgnoreCase(x.Second)).Count();

        return Enumerable.Repeat("..", baseParts.Length - common).Concat<string>(destinationParts[common..]).Join(separator);
    }

    public static UnixRelativePath GetUnixRelativePath(string basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePath(string basePath, string destinationPath) =>
        (WinRelativePath)GetRelativePath(basePath, destinationPath);

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetUnixRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetWinRelativePath(basePath, destinationPath);

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)(string)path;

    public static WinRelativePath ToWinRelativePath(this RelativePath path) => (WinRelativePath)(string)path;

    public static bool Contains(this AbsolutePath basePath, string destinationPath) => IsDescendantPath(basePath, destinationPath);

    public static bool IsDescendantPath(string basePath, string destinationPath) =>
        NormalizePath(destinationPath).Split(PathRoot.AllSeparators)
            .SequenceStartsWith(NormalizePath(basePath).Split(PathRoot.AllSeparators));

    private static string TrimSeparators(string path) =>
        path is null || PathRoot.IsUnix(path) ? path : path.TrimEnd(PathRoot.AllSeparators);

    private static void AssertSeparator(string path, char? separator)
    {
        var root = PathRoot.Of(path);
        if (separator is null || root is null)
            return;

        var required = PathRoot.SeparatorOf(path);
        var kind = PathRoot.IsUnix(root) ? "Unix" : PathRoot.IsWin(root) ? "Windows" : "UNC";
        Assert.True(separator == required, $"For {kind}-rooted paths the separator must be '{required}'");
    }
}
