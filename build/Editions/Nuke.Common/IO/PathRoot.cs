namespace Nuke.Common.IO;

/// <summary>Recognizes Unix (<c>/</c>), drive (<c>C:</c>) and UNC (<c>\\server</c>) roots on every platform.</summary>
internal static class PathRoot
{
    public const char WinSeparator = '\\';
    public const char UnixSeparator = '/';
    public static readonly char[] AllSeparators = [WinSeparator, UnixSeparator];

    public static bool IsUnix(string path) => path is ['/'];

    public static bool IsWin(string path) => path is [var drive, ':'] && char.IsLetter(drive);

    public static bool IsUnc(string path) => path is ['\\', '\\', _, ..] && path.Skip(2).All(char.IsLetterOrDigit);

    public static bool HasWin(string path) => path is { Length: >= 2 } && IsWin(path[..2]);

    /// <summary>The root of the path, or null when it is relative.</summary>
    public static string Of(string path)
    {
        if (path is null)
            return null;
        if (path.StartsWith(UnixSeparator))
            return path[..1];
        if (HasWin(path))
            return path[..2];
        if (path.Length < 3 || !IsUnc(path[..3]))
            return null;

        var end = path.IndexOf(WinSeparator, startIndex: 2);
        return end < 0 ? path : path[..end];
    }

    /// <summary>The separator that the path's root demands, else the platform's.</summary>
    public static char SeparatorOf(string path) => Of(path) switch
    {
        null => Path.DirectorySeparatorChar,
        "/" => UnixSeparator,
        _ => WinSeparator
    };
}
