using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The files of the directory and of directories below it, down to <paramref name="depth"/> levels.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        return depth == 0
            ? []
            : path.Concat(path.GetDirectories(depth: depth - 1)).SelectMany(x => Sorted(Directory.EnumerateFiles(x, pattern), attributes));
    }

    /// <summary>The directories below, level by level, down to <paramref name="depth"/> levels.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0)
    {
        Assert.True(depth >= 0);
        var level = new string[] { path };
        for (; depth > 0 && level.Length > 0; depth--)
        {
            foreach (var directory in Sorted(level.SelectMany(x => Directory.EnumerateDirectories(x, pattern)), attributes))
                yield return directory;
            level = level.SelectMany(Directory.GetDirectories).ToArray();
        }
    }

    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists());
        return path.Descendants(x => x.Parent).FirstOrDefault(predicate);
    }

    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists() || path.DirectoryExists());
        return path.DescendantsAndSelf(x => x.Parent).FirstOrDefault(predicate);
    }

    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path)
    {
        Assert.True(path.DirectoryExists() || path.FileExists());
        return path.DirectoryExists()
            ? path.ToDirectoryInfo().EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Max(x => x.LastWriteTimeUtc)
            : File.GetLastWriteTimeUtc(path);
    }

    private static IEnumerable<AbsolutePath> Sorted(IEnumerable<string> paths, FileAttributes attributes) =>
        paths.Where(x => (File.GetAttributes(x) & attributes) == attributes).Order().Select(AbsolutePath.Create);
}
