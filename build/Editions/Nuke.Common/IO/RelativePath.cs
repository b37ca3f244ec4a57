using System.Diagnostics;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

[DebuggerDisplay("{" + nameof(_path) + "}")]
public class RelativePath
{
    private readonly string _path;
    private readonly char? _separator;

    protected RelativePath(string path, char? separator = null)
    {
        _path = path;
        _separator = separator;
    }

    public static explicit operator RelativePath(string path) => path is null ? null : new RelativePath(PathConstruction.NormalizePath(path));

    public static implicit operator string(RelativePath path) => path?._path;

    public static RelativePath operator /(RelativePath left, Range range)
    {
        Assert.True(range.Equals(Range.All));
        return left / "..";
    }

    public static RelativePath operator /(RelativePath left, string right)
    {
        var separator = left.NotNull()._separator;
        var combined = PathConstruction.Combine(left, (RelativePath)right, separator);
        return new RelativePath(PathConstruction.NormalizePath(combined, separator), separator);
    }

    public static RelativePath operator +(RelativePath left, string right) => new(left.ToString() + right);

    public override string ToString() => _path;
}
