namespace Nuke.Common.IO;

public class UnixRelativePath : RelativePath
{
    protected UnixRelativePath(string path, char? separator)
        : base(path, separator)
    {
    }

    public static explicit operator UnixRelativePath(string path) =>
        new(PathConstruction.NormalizePath(path, PathRoot.UnixSeparator), PathRoot.UnixSeparator);
}
