using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalized path. <c>/</c> appends a part, <c>/ ..</c> is the parent, <c>+</c> appends to the name.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{" + nameof(_path) + "}")]
public class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    public const string DoubleQuote = "d";
    public const string DoubleQuoteIfNeeded = "dn";
    public const string SingleQuote = "s";
    public const string SingleQuoteIfNeeded = "sn";
    public const string NoQuotes = "nq";

    private readonly string _path;

    private AbsolutePath(string path) => _path = PathConstruction.NormalizePath(path);

    AbsolutePath IAbsolutePathHolder.Path => this;

    public string Name => Path.GetFileName(_path);

    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);

    public string Extension => Path.GetExtension(_path);

    /// <summary>The directory above, or null for a root.</summary>
    public AbsolutePath Parent =>
        PathRoot.IsUnix(_path) || PathRoot.IsUnc(_path) || PathRoot.IsWin(_path.TrimEnd(PathRoot.WinSeparator))
            ? null
            : this / "..";

    public static AbsolutePath Create(string path) => new(path);

    public static implicit operator AbsolutePath(string path)
    {
        if (path is null)
            return null;

        Assert.True(PathConstruction.HasPathRoot(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    public static implicit operator string(AbsolutePath path) => path?.ToString();

    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        Assert.True(range.Equals(Range.All));
        return left.Parent;
    }

    public static AbsolutePath operator /(AbsolutePath left, string right) =>
        new(PathConstruction.Combine(left.NotNull(), right));

    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left.ToString() + right);

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => Equals((object)a, b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !Equals((object)a, b);

    public override bool Equals(object obj) => ReferenceEquals(this, obj) || (obj?.GetType() == GetType() && Equals((AbsolutePath)obj));

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_path);

    public override string ToString() => _path;

    /// <param name="format"><c>d</c>, <c>dn</c>, <c>s</c>, <c>sn</c> or <c>nq</c>: double or single quotes, always or if needed, or none.</param>
    public string ToString(string format) => ((IFormattable)this).ToString(format, formatProvider: null);

    string IFormattable.ToString(string format, IFormatProvider formatProvider) => format switch
    {
        null or NoQuotes => _path,
        DoubleQuote => _path.DoubleQuote(),
        DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
        SingleQuote => _path.SingleQuote(),
        SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
        _ => throw new ArgumentException($"Format '{format}' is not recognized")
    };

    /// <summary>Paths with a drive compare without case, all others exactly.</summary>
    protected bool Equals(AbsolutePath other) =>
        string.Equals(_path, other._path, PathRoot.HasWin(_path) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Converts text; a relative path is taken from the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) => value switch
        {
            null => null,
            string text => PathConstruction.HasPathRoot(text) ? (AbsolutePath)text : EnvironmentInfo.WorkingDirectory / text,
            _ => base.ConvertFrom(context, culture, value)
        };
    }
}
