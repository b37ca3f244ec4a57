using System.Globalization;
using System.Text;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

internal sealed partial class TemplateReader
{
    private readonly Stack<Quote> _interpolationQuotes = [];

    private Literal ReadLiteral(object value)
    {
        var literal = Open(new Literal { Value = value });
        Advance();
        return Close(literal);
    }

    private Literal ReadNumber()
    {
        var text = _current.In(_text);
        var (value, message) = _current.Kind switch
        {
            TokenKind.Integer => Numbers.Integer(text),
            TokenKind.HexaInteger => Numbers.Hexadecimal(text),
            TokenKind.BinaryInteger => Numbers.Binary(text),
            _ => Numbers.Float(text, _options.ParseFloatAsDecimal),
        };
        if (message is not null)
            Error(message);
        return ReadLiteral(value);
    }

    private Literal ReadString()
    {
        var start = _current.Start.Offset;
        var literal = Open(new Literal
        {
            Quote = _text[start] == '\'' ? Quote.Single : Quote.Double,
            Value = Unescaped(start + 1, _current.End.Offset),
        });
        Advance();
        return Close(literal);
    }

    private Literal ReadVerbatim()
    {
        var start = _current.Start.Offset + 1;
        var literal = Open(new Literal
        {
            Quote = Quote.Verbatim,
            Value = _text[start.._current.End.Offset].Replace("``", "`", StringComparison.Ordinal),
        });
        Advance();
        return Close(literal);
    }

    private InterpolatedString ReadInterpolatedString()
    {
        var value = Open(new InterpolatedString());
        var isWhole = _current.Kind == TokenKind.InterpolatedString;
        value.Parts.Add(ReadStringPart());
        if (isWhole)
            return Close(value);
        while (_current.Kind != TokenKind.EndingInterpolatedString)
        {
            var part = ReadExpression(value);
            if (part is null)
                return Close(value);
            value.Parts.Add(part);
        }
        value.Parts.Add(ReadStringPart());
        return Close(value);
    }

    /// <summary>A stretch of an interpolated string, without the quote or the brace at either end.</summary>
    private Literal ReadStringPart()
    {
        var start = _current.Start.Offset + 1;
        var quote = _text[start] == '\'' ? Quote.Single : Quote.Double;
        var part = StringPart.Middle;
        switch (_current.Kind)
        {
            case TokenKind.InterpolatedString:
                part = StringPart.InterpolatedWhole;
                start++;
                break;
            case TokenKind.BeginInterpolatedString:
                part = StringPart.Opening;
                _interpolationQuotes.Push(quote);
                start++;
                break;
            case TokenKind.EndingInterpolatedString:
                part = StringPart.Closing;
                quote = _interpolationQuotes.Pop();
                break;
        }
        var literal = Open(new Literal { Quote = quote, Part = part, Value = Unescaped(start, _current.End.Offset) });
        Advance();
        return Close(literal);
    }

    private InterpolatedExpression ReadInterpolation()
    {
        var interpolation = Open(new InterpolatedExpression());
        Advance();
        interpolation.Expression = ExpectExpression(interpolation);
        if (_current.Kind == TokenKind.CloseInterpolatedBrace)
            Advance();
        else
            Error("Opened interpolated expression not closed on the same line.");
        return Close(interpolation);
    }

    private string Unescaped(int start, int end)
    {
        if (_text.AsSpan(start, end - start).IndexOf('\\') < 0)
            return _text[start..end];
        var value = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (_text[i] != '\\')
            {
                value.Append(_text[i]);
                continue;
            }
            var c = _text[++i];
            switch (c)
            {
                case '\n':
                    break;
                case '\r':
                    i++;
                    break;
                case 'u':
                    value.Append((char)Hexadecimal(i + 1, 4));
                    i += 4;
                    break;
                case 'x':
                    value.Append((char)Hexadecimal(i + 1, 2));
                    i += 2;
                    break;
                case '0':
                    value.Append('\0');
                    break;
                case '\'' or '"' or '\\' or '{':
                    value.Append(c);
                    break;
                default:
                    var index = "bfnrtv".IndexOf(c, StringComparison.Ordinal);
                    if (index >= 0)
                        value.Append("\b\f\n\r\t\v"[index]);
                    else
                        Error($"Unexpected escape character `{c}` in string");
                    break;
            }
        }
        return value.ToString();
    }

    /// <summary>The value of hexadecimal digits; what is none has been reported by the scanner and counts as zero.</summary>
    private int Hexadecimal(int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count && i < _text.Length; i++)
            value = (value << 4) | (char.IsAsciiHexDigit(_text[i]) ? int.Parse(_text.AsSpan(i, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0);
        return value;
    }
}
