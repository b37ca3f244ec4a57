using System.Runtime.CompilerServices;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Builds a command line from an interpolated string. Values with spaces are quoted, paths always if needed; the format <c>:r</c>
/// redacts a value wherever it shows up, <c>:nq</c> keeps it unquoted.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private DefaultInterpolatedStringHandler _builder;
    private readonly List<string> _secrets;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _builder = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
        _secrets = [];
        handlerIsValid = true;
    }

    public static implicit operator ArgumentStringHandler(string value) => $"{value.NotNull()}";

    public void AppendLiteral(string value) => _builder.AppendLiteral(value);

    public void AppendFormatted(object obj, int alignment = 0, string format = null)
    {
        if (obj is IAbsolutePathHolder holder)
        {
            _builder.AppendFormatted(holder.Path, alignment, format ?? AbsolutePath.DoubleQuoteIfNeeded);
            return;
        }

        if (obj is not string text)
        {
            _builder.AppendFormatted(obj.ToString(), alignment, format);
            return;
        }

        if (format == "r")
            _secrets.Add(text);
        else if (format != AbsolutePath.NoQuotes && !text.IsDoubleQuoted() && !text.IsSingleQuoted())
            text = text.DoubleQuoteIfNeeded();
        _builder.AppendFormatted(text, alignment);
    }

    public void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null)
    {
        var separator = string.Empty;
        foreach (var path in paths)
        {
            _builder.AppendLiteral(separator);
            _builder.AppendFormatted(path.Path, alignment, format ?? AbsolutePath.DoubleQuoteIfNeeded);
            separator = " ";
        }
    }

    /// <summary>The command line; quotes that surround all of it come from passing a whole command line as one value, and are removed.</summary>
    public string ToStringAndClear()
    {
        var value = _builder.ToStringAndClear();
        return value.Length > 1 && value.IndexOf('"', startIndex: 1) == value.Length - 1 ? value.TrimMatchingDoubleQuotes() : value;
    }

    /// <summary>A filter that redacts the secret values.</summary>
    public Func<string, string> GetFilter()
    {
        var secrets = _secrets.Where(x => x.Length > 0).ToList();
        return text => secrets.Aggregate(text, (x, secret) => x.Replace(secret, "[REDACTED]"));
    }
}
