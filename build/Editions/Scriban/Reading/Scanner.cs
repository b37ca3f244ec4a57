using Scriban.Parsing;

namespace ScribanEdition.Reading;

/// <summary>
/// Cuts a template into tokens, one at a time, so that errors behind the place where reading stops are not met. Spaces and comments leave
/// no tokens. This part knows text and code from one another; <c>Scanner.Code.cs</c> reads what is between the braces.
/// </summary>
internal sealed partial class Scanner
{
    private readonly string _text;
    private readonly string _path;
    private readonly LexerOptions _options;
    private readonly Queue<Token> _waiting = [];
    private TextPosition _at;
    private Block _block;
    private bool _awaitsFrontMatter;
    private bool _isDone;
    private int _escapeMarks;

    public Scanner(string text, string path, LexerOptions options)
    {
        _text = text;
        _path = path;
        _options = options;
        _at = options.StartPosition;
        if (_at.Offset > text.Length)
            throw new ArgumentOutOfRangeException(nameof(options), $"The starting position `{_at.Offset}` of range [0, {text.Length - 1}]");
        _block = options.Mode == ScriptMode.ScriptOnly ? Block.Code : Block.Raw;
        _awaitsFrontMatter = options.Mode is ScriptMode.FrontMatterOnly or ScriptMode.FrontMatterAndContent;
    }

    private enum Block
    {
        Raw,
        Code,
        Escape,
    }

    public List<LogMessage> Errors { get; } = [];

    private bool IsScript => _options.Mode == ScriptMode.ScriptOnly;

    private bool IsAtEnd => _at.Offset >= _text.Length;

    /// <summary>The character at hand; a null character at the end.</summary>
    private char Current => IsAtEnd ? '\0' : _text[_at.Offset];

    public Token Next()
    {
        while (!_isDone)
        {
            if (_waiting.TryDequeue(out var waiting))
                return waiting;
            if (IsAtEnd)
                break;
            if (!IsScript)
            {
                if (_block == Block.Raw)
                {
                    if (IsOpening(out _))
                        return Open();
                    if (_awaitsFrontMatter && TryReadMarker(out var marker))
                    {
                        _block = Block.Code;
                        return marker;
                    }
                }
                else if (IsClosing())
                {
                    var closing = Close(out var wasCode);
                    if (wasCode)
                        return closing;
                    _waiting.Enqueue(closing);
                    continue;
                }
                if (_block == Block.Code && _awaitsFrontMatter && TryReadMarker(out var endMarker))
                {
                    _block = Block.Raw;
                    _awaitsFrontMatter = false;
                    return endMarker;
                }
            }
            if (_block == Block.Code ? TryReadCode(out var token) : TryReadText(out token))
                return token;
        }
        _isDone = true;
        return Token.Eof;
    }

    private char Peek(int distance = 1)
    {
        var offset = _at.Offset + distance;
        return offset >= 0 && offset < _text.Length ? _text[offset] : '\0';
    }

    private void Advance(int count = 1)
    {
        for (; count > 0; count--)
        {
            if (_at.Offset + 1 >= _text.Length)
            {
                // The end has the line and column of the last character.
                _at.Offset = _text.Length;
                return;
            }
            var (from, to) = (_text[_at.Offset], _text[_at.Offset + 1]);
            _at = from == '\n' || (from == '\r' && to != '\n') ? _at.NextLine() : _at.NextColumn();
        }
    }

    private Token Error(string message, TextPosition start, TextPosition end)
    {
        Errors.Add(new LogMessage(ParserMessageType.Error, new SourceSpan(_path, start, end), message));
        return new Token(TokenKind.Invalid, start, end);
    }

    /// <summary>A brace, percent signs for an escape block, a brace; then what strips the space before it.</summary>
    private bool IsOpening(out char strip)
    {
        strip = '\0';
        if (Current != '{')
            return false;
        var i = 1;
        while (Peek(i) == '%')
            i++;
        if (Peek(i) != '{')
            return false;
        if (Peek(i + 1) is '-' or '~')
            strip = Peek(i + 1);
        return true;
    }

    private Token Open()
    {
        var start = _at;
        var length = 2;
        for (Advance(); Current == '%'; Advance())
        {
            _escapeMarks++;
            length++;
        }
        Advance();
        if (Current is '-' or '~')
        {
            length++;
            Advance();
        }
        _block = _escapeMarks > 0 ? Block.Escape : Block.Code;
        return new Token(_escapeMarks > 0 ? TokenKind.EscapeEnter : TokenKind.CodeEnter, start, start.NextColumn(length - 1));
    }

    private bool IsClosing()
    {
        if (_openBraces > 0 || _quotes.Count > 0)
            return false;
        var i = Current is '-' or '~' ? 1 : 0;
        if (Peek(i++) != '}')
            return false;
        for (var marks = 0; marks < _escapeMarks; marks++)
        {
            if (Peek(i++) != '%')
                return false;
        }
        return Peek(i) == '}';
    }

    private Token Close(out bool wasCode)
    {
        var start = _at;
        var strip = Current;
        Advance((strip is '-' or '~' ? 2 : 1) + _escapeMarks);
        var end = _at;
        Advance();
        wasCode = _block == Block.Code;
        var kind = _escapeMarks > 0 ? TokenKind.EscapeExit : TokenKind.CodeExit;
        _escapeMarks = 0;
        if (strip == '-')
            SkipSpace(upToLine: false);
        else if (strip == '~' && !SkipSpace(upToLine: true))
            Advance();
        _block = Block.Raw;
        return new Token(kind, start, end);
    }

    /// <summary>Skips white space; with <paramref name="upToLine"/> not the end of a line. The answer says whether it stopped elsewhere than at one.</summary>
    private bool SkipSpace(bool upToLine)
    {
        while (!IsAtEnd && char.IsWhiteSpace(Current))
        {
            if (upToLine && Current == '\n')
                return false;
            Advance();
        }
        return true;
    }

    private bool TryReadMarker(out Token token)
    {
        var marker = _options.FrontMatterMarker;
        token = default;
        if (string.CompareOrdinal(_text, _at.Offset, marker, 0, marker.Length) != 0)
            return false;
        var length = marker.Length;
        while (Peek(length) is ' ' or '\t')
            length++;
        if (Peek(length) == '\r' && Peek(length + 1) == '\n')
            length++;
        if (Peek(length) is not ('\n' or '\r'))
            return false;
        var start = _at;
        Advance(length);
        token = new Token(TokenKind.FrontMatterMarker, start, _at);
        Advance();
        return true;
    }

    /// <summary>Text up to the next braces, or what an escape block encloses. Space that the braces strip is left out.</summary>
    private bool TryReadText(out Token token)
    {
        var start = _at;
        var last = new TextPosition(-1, 0, 0);
        // The last characters before the white space that reaches up to here: all of it, and that on the current line.
        TextPosition? beforeSpace = null;
        TextPosition? beforeLineSpace = null;
        var strip = '\0';
        var metBraces = false;
        while (Current != '\0')
        {
            metBraces = _block == Block.Raw ? IsOpening(out strip) : IsClosing();
            if (metBraces)
                break;
            if (!char.IsWhiteSpace(Current))
            {
                beforeSpace = beforeLineSpace = null;
            }
            else
            {
                beforeSpace ??= last;
                var endsLine = Current == '\n' || (Current == '\r' && Peek() != '\n');
                beforeLineSpace = endsLine ? null : beforeLineSpace ?? last;
            }
            last = _at;
            Advance();
        }

        if (last.Offset < 0)
            last = metBraces ? new TextPosition(start.Offset - 1, start.Line, start.Column - 1) : start;
        token = default;
        if (strip != '\0' && (strip == '~' ? beforeLineSpace : beforeSpace) is { } kept)
        {
            if (kept.Offset < 0)
                return false;
            last = kept;
        }
        token = new Token(_block == Block.Escape ? TokenKind.Escape : TokenKind.Raw, start, last);
        if (!metBraces)
            Advance();
        return true;
    }
}
