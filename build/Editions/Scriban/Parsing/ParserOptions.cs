namespace Scriban.Parsing;

/// <summary>How tokens become a template.</summary>
public record ParserOptions
{
    public static readonly ParserOptions Default = new();

    /// <summary>How deeply expressions and blocks may nest before the template is refused; zero or less lifts the limit.</summary>
    public int ExpressionDepthLimit { get; init; } = 250;

    /// <summary>Reads numbers with a decimal point as <see cref="decimal"/> where they fit, instead of <see cref="double"/>.</summary>
    public bool ParseFloatAsDecimal { get; init; }
}
