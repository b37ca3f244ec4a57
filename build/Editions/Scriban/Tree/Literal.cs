using System.Globalization;
using System.Text;
using Scriban;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

internal enum Quote
{
    Double,
    Single,
    Verbatim,
}

/// <summary>Which stretch of a string a literal stands for; a string with braces in it is cut into several.</summary>
internal enum StringPart
{
    Whole,
    InterpolatedWhole,
    Opening,
    Middle,
    Closing,
}

internal sealed class Literal : ScriptExpression, IScriptTerminal
{
    public object Value { get; set; }

    public Quote Quote { get; init; }

    public StringPart Part { get; init; }

    internal override Grammar Grammar => Grammars.Literal;

    public bool IsIndex => Value is int and >= 0;

    public override object Evaluate(TemplateContext context) => Value;

    internal override void WriteTo(NodeText text) => text.Raw(Value switch
    {
        null => "null",
        string value => Quoted(value),
        bool value => value ? "true" : "false",
        double value => WithPoint(value.ToString("R", CultureInfo.InvariantCulture)),
        float value => WithPoint(value.ToString("R", CultureInfo.InvariantCulture)) + "f",
        decimal value => WithPoint(value.ToString(CultureInfo.InvariantCulture)) + "m",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString(),
    });

    private static string WithPoint(string number) => number.AsSpan().IndexOfAny(".eENy") >= 0 ? number : number + ".0";

    private string Quoted(string value)
    {
        var quote = Quote switch { Quote.Double => '"', Quote.Single => '\'', _ => '`' };
        var text = new StringBuilder();
        if (Part is StringPart.Opening or StringPart.InterpolatedWhole)
            text.Append('$');
        if (Part is StringPart.Whole or StringPart.Opening or StringPart.InterpolatedWhole)
            text.Append(quote);
        if (Quote == Quote.Verbatim)
            text.Append(value.Replace("`", "``", StringComparison.Ordinal));
        else
            foreach (var c in value)
                Escape(text, c, quote);
        if (Part is StringPart.Whole or StringPart.Closing or StringPart.InterpolatedWhole)
            text.Append(quote);
        return text.ToString();
    }

    private void Escape(StringBuilder text, char c, char quote)
    {
        var name = c switch
        {
            '\\' => '\\',
            '\0' => '0',
            '\a' => 'a',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\v' => 'v',
            '{' when Part != StringPart.Whole => '{',
            _ when c == quote => c,
            _ => '\0',
        };
        if (name != '\0')
            text.Append('\\').Append(name);
        else if (char.IsControl(c))
            text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        else
            text.Append(c);
    }
}
