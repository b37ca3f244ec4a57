using Scriban.Parsing;

namespace ScribanEdition.Reading;

internal sealed partial class Scanner
{
    private Token ReadString()
    {
        var start = _at;
        var end = _at;
        var quote = Current;
        Advance();
        while (true)
        {
            switch (Current)
            {
                case '\\':
                    SkipEscape(ref end, isInterpolated: false);
                    break;
                case '\0':
                    return Unterminated("string", quote, end);
                case var c:
                    end = _at;
                    Advance();
                    if (c == quote)
                        return new Token(TokenKind.String, start, end);
                    break;
            }
        }
    }

    /// <summary>Text between backticks, of which two in a row stand for one.</summary>
    private Token ReadVerbatim()
    {
        var start = _at;
        var end = _at;
        Advance();
        while (true)
        {
            if (Current == '\0')
                return Unterminated("verbatim string", '`', end);
            end = _at;
            var isQuote = Current == '`';
            Advance();
            if (!isQuote)
                continue;
            if (Current != '`')
                return new Token(TokenKind.VerbatimString, start, end);
            end = _at;
            Advance();
        }
    }

    /// <summary>A stretch of an interpolated string: up to an opening brace or the end, from its beginning or from a closing brace.</summary>
    private Token ReadInterpolated()
    {
        var start = _at;
        var end = _at;
        var goesOn = Current is not ('"' or '\'' or '$');
        if (Current == '$')
            Advance();
        var quote = goesOn ? _quotes.Peek() : Current;
        Advance();
        while (true)
        {
            switch (Current)
            {
                case '\\':
                    SkipEscape(ref end, isInterpolated: true);
                    break;
                case '\0':
                    return Unterminated("string", quote, end);
                case '{':
                    end = _at;
                    if (!goesOn)
                        _quotes.Push(quote);
                    Advance();
                    _openedInterpolation = true;
                    return new Token(goesOn ? TokenKind.ContinuationInterpolatedString : TokenKind.BeginInterpolatedString, start, end);
                case var c:
                    end = _at;
                    Advance();
                    if (c != quote)
                        break;
                    if (goesOn)
                        _quotes.Pop();
                    return new Token(goesOn ? TokenKind.EndingInterpolatedString : TokenKind.InterpolatedString, start, end);
            }
        }
    }

    private Token Unterminated(string what, char quote, TextPosition end) =>
        Error($"Unexpected end of file while parsing a {what} not terminated by a {quote}", end, end);

    /// <summary>Skips a backslash and what it escapes; what it may not escape is an error, and reading goes on with it.</summary>
    private void SkipEscape(ref TextPosition end, bool isInterpolated)
    {
        end = _at;
        Advance();
        switch (Current)
        {
            case '\r':
                end = _at;
                Advance();
                if (Current == '\n')
                    goto case '\n';
                return;
            case '\n':
            case '0' or '\'' or '"' or '\\' or 'b' or 'f' or 'n' or 'r' or 't' or 'v':
            case '{' when isInterpolated:
                end = _at;
                Advance();
                return;
            case 'u':
                if (TrySkipHex(4, ref end))
                    return;
                Error($"Unexpected hex number `{Current}` following `\\u`. Expecting `\\u0000` to `\\uffff`.", _at, _at);
                break;
            case 'x':
                if (TrySkipHex(2, ref end))
                    return;
                Error($"Unexpected hex number `{Current}` following `\\x`. Expecting `\\x00` to `\\xff`", _at, _at);
                break;
        }
        Error($"Unexpected escape character `{Current}` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed", _at, _at);
    }

    private bool TrySkipHex(int digits, ref TextPosition end)
    {
        end = _at;
        Advance();
        for (; digits > 0; digits--)
        {
            if (!char.IsAsciiHexDigit(Current))
                return false;
            end = _at;
            Advance();
        }
        return true;
    }
}
