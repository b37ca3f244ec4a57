namespace Nuke.Common.IO;

public class WinRelativePath : RelativePath
{
    protected WinRelativePath(string path, char? separator)
        : base(path, separator)
    {
    }

    public static explicit operator WinRelativePath(string path) =>
        new(PathConstruction.NormalizePath(path, PathRoot.WinSeparator), PathRoot.WinSeparator);
}
