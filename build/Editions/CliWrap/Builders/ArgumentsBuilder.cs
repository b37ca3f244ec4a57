using System.Globalization;

namespace CliWrap.Builders;

/// <summary>Joins arguments into a command line, escaping each unless told otherwise.</summary>
public partial class ArgumentsBuilder
{
    private readonly List<string> _arguments = [];

    /// <summary>Adds one argument.</summary>
    public ArgumentsBuilder Add(string value, bool escape)
    {
        _arguments.Add(escape ? Escape(value) : value);
        return this;
    }

    /// <summary>Adds one argument, escaped.</summary>
    public ArgumentsBuilder Add(string value) => Add(value, true);

    /// <summary>Adds arguments in order.</summary>
    public ArgumentsBuilder Add(IEnumerable<string> values, bool escape)
    {
        foreach (var value in values)
            Add(value, escape);

        return this;
    }

    /// <summary>Adds arguments in order, escaped.</summary>
    public ArgumentsBuilder Add(IEnumerable<string> values) => Add(values, true);

    /// <summary>Adds one value, formatted by the provider.</summary>
    public ArgumentsBuilder Add(IFormattable value, IFormatProvider formatProvider, bool escape = true) =>
        Add(value.ToString(null, formatProvider), escape);

    /// <summary>Adds one value, formatted for the culture.</summary>
    public ArgumentsBuilder Add(IFormattable value, CultureInfo cultureInfo, bool escape) =>
        Add(value, (IFormatProvider)cultureInfo, escape);

    /// <summary>Adds one value, formatted for the culture and escaped.</summary>
    public ArgumentsBuilder Add(IFormattable value, CultureInfo cultureInfo) => Add(value, cultureInfo, true);

    /// <summary>Adds one value, formatted for the invariant culture.</summary>
    public ArgumentsBuilder Add(IFormattable value, bool escape) => Add(value, CultureInfo.InvariantCulture, escape);

    /// <summary>Adds one value, formatted for the invariant culture and escaped.</summary>
    public ArgumentsBuilder Add(IFormattable value) => Add(value, true);

    /// <summary>Adds values in order, formatted by the provider.</summary>
    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, IFormatProvider formatProvider, bool escape = true)
    {
        foreach (var value in values)
            Add(value, formatProvider, escape);

        return this;
    }

    /// <summary>Adds values in order, formatted for the culture.</summary>
    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, CultureInfo cultureInfo, bool escape) =>
        Add(values, (IFormatProvider)cultureInfo, escape);

    /// <summary>Adds values in order, formatted for the culture and escaped.</summary>
    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, CultureInfo cultureInfo) =>
        Add(values, cultureInfo, true);

    /// <summary>Adds values in order, formatted for the invariant culture.</summary>
    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, bool escape) =>
        Add(values, CultureInfo.InvariantCulture, escape);

    /// <summary>Adds values in order, formatted for the invariant culture and escaped.</summary>
    public ArgumentsBuilder Add(IEnumerable<IFormattable> values) => Add(values, true);

    /// <summary>The command line so far.</summary>
    public string Build() => string.Join(' ', _arguments);
}
