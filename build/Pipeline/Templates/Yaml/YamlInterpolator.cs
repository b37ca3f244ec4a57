using System.Text;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>
/// Writes values into the text of a template, each as the YAML around it demands. It follows the template's own text, which is trusted
/// to be YAML, just closely enough to know what surrounds a value; that the result is right is proven by reading it back
/// (<see cref="YamlProof"/>).
/// </summary>
internal sealed partial class YamlInterpolator(string source, IReadOnlyList<YamlValue> values)
{
    private readonly StringBuilder _output = new(source.Length + 256);
    private int _at;
    private int _lineStart;
    private int _flow;

    // The column of the entry that the current line began last, below which a block scalar's content is indented; -1 for none.
    private int _entry = -1;

    private int Column => _at - _lineStart;

    public string Run()
    {
        while (_at < source.Length)
            Next();
        return _output.ToString();
    }

    private void Next()
    {
        var current = source[_at];
        if (current == '\n')
        {
            Copy(1);
            (_lineStart, _entry) = (_at, -1);
        }
        else if (current is ' ' or '\t' or '\r')
            Copy(1);
        else if (current == '#' && IsBlank(_at - 1))
            Comment();
        else if (Column == 0 && current == '%')
            Literal(LineEnd(_at), "a directive");
        else if (Column == 0 && (StartsWith("---") || StartsWith("...")) && IsBlank(_at + 3))
            (_flow, _) = (0, Copy(3));
        else
            Token(current);
    }

    private void Token(char current)
    {
        switch (current)
        {
            case '"':
                DoubleQuoted();
                break;
            case '\'':
                SingleQuoted();
                break;
            case '[' or '{':
                _flow++;
                Copy(1);
                break;
            case ']' or '}':
                _flow = Math.Max(_flow - 1, 0);
                Copy(1);
                break;
            case ',' when _flow > 0:
            case ':' when IsBlank(_at + 1) || _flow > 0:
                Copy(1);
                break;
            case '-' or '?' when IsBlank(_at + 1):
                _entry = Column;
                Copy(1);
                break;
            case '|' or '>' when _flow == 0 && BlockHeader().Match(source[_at..LineEnd(_at)]) is { Success: true } header:
                Copy(LineEnd(_at) - _at);
                BlockScalar(header.Groups[1].Value + header.Groups[2].Value);
                break;
            case '&' or '*' or '!':
                Literal(PropertyEnd(), current switch { '&' => "an anchor", '*' => "an alias", _ => "a tag" });
                break;
            default:
                Plain();
                break;
        }
    }

    private void Plain()
    {
        var end = PlainEnd();
        var text = source[_at..end].TrimEnd(' ', '\t', '\r');
        if (source.AsSpan(end) is [':', ..])
            _entry = Column;
        var parts = InterpolatedText.Parts(text).ToList();
        if (parts is [{ Value: { } only }])
            _output.Append(values[only].Whole());
        else if (parts.Exists(part => part.Value is not null))
            _output.Append(YamlText.Scalar(string.Concat(parts.Select(part => part.Value is { } index ? values[index].Piece() : part.Literal))));
        else
            _output.Append(text);
        _at += text.Length;
    }

    // YAML 1.2, section 7.3.3: a plain scalar ends at ': ', ' #', the line's end, and in a flow collection at its indicators.
    private int PlainEnd()
    {
        var end = _at;
        for (; end < source.Length && source[end] != '\n'; end++)
        {
            if (source[end] == '#' && end > _at && IsBlank(end - 1))
                break;
            if (source[end] == ':' && (IsBlank(end + 1) || (_flow > 0 && IsFlowIndicator(end + 1))))
                break;
            if (_flow > 0 && IsFlowIndicator(end))
                break;
        }
        return end;
    }

    private void DoubleQuoted()
    {
        var start = Column;
        Copy(1);
        while (_at < source.Length && source[_at] != '"')
        {
            if (Value() is { } value)
                _output.Append(YamlText.Escape(value.Piece()));
            else
                CopyInQuotes(source[_at] == '\\' ? 2 : 1);
        }
        Close(start);
    }

    private void SingleQuoted()
    {
        var start = Column;
        Copy(1);
        while (_at < source.Length && (source[_at] != '\'' || StartsWith("''")))
        {
            if (Value() is { } value)
            {
                var text = value.Piece();
                if (YamlText.NeedsEscapes(text, lineFeedsAllowed: false))
                    throw value.Unfit("has line breaks or control characters, which single quotes cannot hold; use double quotes");
                _output.Append(text.Replace("'", "''", StringComparison.Ordinal));
            }
            else
                CopyInQuotes(source[_at] == '\'' ? 2 : 1);
        }
        Close(start);
    }

    private void Close(int start)
    {
        Copy(1);
        var next = _at;
        while (next < source.Length && source[next] is (' ' or '\t'))
            next++;
        if (next < source.Length && source[next] == ':' && IsBlank(next + 1))
            _entry = start;
    }

    private void Comment()
    {
        var end = LineEnd(_at);
        while (_at < end)
        {
            // A comment is for people; what could end it is left out.
            if (Value() is { } value)
                _output.Append(string.Concat(value.Piece().Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)));
            else
                Copy(1);
        }
    }

    private void BlockScalar(string indicator)
    {
        int? indent = indicator.Length > 0 ? Math.Max(_entry, 0) + (indicator[0] - '0') : null;
        var (parent, detected) = (_entry, indent is null);
        while (_at < source.Length)
        {
            // At the line feed before a line of the content, or of what follows it.
            var line = _at + 1;
            var end = LineEnd(line);
            var first = line;
            while (first < end && source[first] == ' ')
                first++;
            if (first < end && source[first] != '\r')
            {
                var begins = indent is null;
                if (first - line <= parent || first - line < indent)
                    return;
                indent ??= first - line;
                Copy(first - _at);
                ContentLine(end, indent.Value, begins && detected);
            }
            else
                Copy(end - _at);
            _lineStart = line;
        }
    }

    private void ContentLine(int end, int indent, bool givesIndent)
    {
        var begins = givesIndent;
        while (_at < end)
        {
            if (Value() is { } value)
            {
                var text = value.Piece();
                if (YamlText.NeedsEscapes(text, lineFeedsAllowed: true))
                    throw value.Unfit("has control characters, which a block of text cannot hold");
                if (begins && (text.Length == 0 || text[0] is ' ' or '\t' or '\n'))
                    throw value.Unfit("begins a block of text with nothing or a blank, which would change the block's indentation");
                _output.Append(text.Replace("\n", "\n" + new string(' ', indent), StringComparison.Ordinal));
            }
            else
                Copy(1);
            begins = false;
        }
    }

    /// <summary>The value at this place, past which it moves; <see langword="null"/> when there is none.</summary>
    private YamlValue? Value()
    {
        if (source[_at] != InterpolatedText.Open)
            return null;
        var close = source.IndexOf(InterpolatedText.Close, _at);
        var index = int.Parse(source.AsSpan(_at + 1, close - _at - 1), System.Globalization.CultureInfo.InvariantCulture);
        _at = close + 1;
        return values[index];
    }

    private void Literal(int end, string what)
    {
        while (_at < end)
        {
            if (Value() is { } value)
                throw value.Unfit($"cannot be part of {what}");
            Copy(1);
        }
    }

    private void CopyInQuotes(int length)
    {
        if (source[_at] == '\n')
            _lineStart = _at + 1;
        Copy(length);
    }

    private int Copy(int length)
    {
        length = Math.Min(length, source.Length - _at);
        _output.Append(source, _at, length);
        _at += length;
        return length;
    }

    private int PropertyEnd()
    {
        var end = _at;
        while (end < source.Length && !IsBlank(end) && !(_flow > 0 && IsFlowIndicator(end)))
            end++;
        return end;
    }

    private int LineEnd(int from)
    {
        var end = source.IndexOf('\n', from);
        return end < 0 ? source.Length : end;
    }

    private bool StartsWith(string text) => source.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    private bool IsBlank(int index) => index < 0 || index >= source.Length || source[index] is ' ' or '\t' or '\r' or '\n';

    private bool IsFlowIndicator(int index) => index < source.Length && source[index] is (',' or '[' or ']' or '{' or '}');

    // YAML 1.2, section 8.1.1: an indentation indicator and a chomping indicator, in either order.
    [GeneratedRegex(@"^[|>](?:[-+]?([1-9]?)|([1-9])[-+])[ \t\r]*(?:[ \t]#.*)?\z")]
    private static partial Regex BlockHeader();
}
