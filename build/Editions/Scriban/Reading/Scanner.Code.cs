using Scriban.Parsing;

namespace ScribanEdition.Reading;

internal sealed partial class Scanner
{
    private readonly Stack<char> _quotes = [];
    private int _openBraces;
    private bool _openedInterpolation;
    private bool _closedInterpolation;

    /// <summary>Reads a token of code; false where there is none, as for spaces and comments.</summary>
    private bool TryReadCode(out Token token)
    {
        var start = _at;
        token = default;
        if (_openedInterpolation)
        {
            _openedInterpolation = false;
            var brace = new TextPosition(_at.Offset - 1, _at.Line, _at.Column - 1);
            token = new Token(TokenKind.OpenInterpolatedBrace, brace, brace);
            return true;
        }
        if (_closedInterpolation)
        {
            _closedInterpolation = false;
            token = ReadInterpolated();
            return true;
        }

        switch (Current)
        {
            case '\n':
            case '\r':
                token = ReadNewLine();
                return true;
            case '{':
                _openBraces++;
                Advance();
                token = new Token(TokenKind.OpenBrace, start, start);
                return true;
            case '}':
                return TryReadCloseBrace(out token);
            case '#':
                SkipComment();
                return false;
            case '"':
            case '\'':
                token = ReadString();
                return true;
            case '`':
                token = ReadVerbatim();
                return true;
            case '\0':
                _isDone = true;
                token = Token.Eof;
                return true;
            case '$' when Peek() is '"' or '\'':
                token = ReadInterpolated();
                return true;
            case var c when char.IsWhiteSpace(c):
                SkipSpace(upToLine: true);
                return false;
            case var c when c == '$' || IsFirstOfName(c):
                token = ReadName();
                return true;
            case var c when char.IsDigit(c):
                token = ReadNumber();
                return true;
        }

        var (text, kind) = OperatorTokens.At(_text.AsSpan(_at.Offset));
        var length = text?.Length ?? 1;
        Advance(length);
        token = new Token(kind, start, start.NextColumn(length - 1));
        return true;
    }

    private static bool IsFirstOfName(char c) => c == '_' || char.IsLetter(c);

    private static bool IsOfName(char c) => IsFirstOfName(c) || char.IsDigit(c);

    /// <summary>The end of a line, with all white space that follows.</summary>
    private Token ReadNewLine()
    {
        var start = _at;
        if (Current == '\r' && Peek() == '\n')
            Advance();
        var end = _at;
        Advance();
        while (!IsAtEnd && char.IsWhiteSpace(Current))
        {
            end = _at;
            Advance();
        }
        return new Token(TokenKind.NewLine, start, end);
    }

    private bool TryReadCloseBrace(out Token token)
    {
        token = new Token(TokenKind.CloseBrace, _at, _at);
        if (_quotes.Count > 0)
        {
            // The string goes on from this brace, which is read again as its beginning.
            _closedInterpolation = true;
            token = token with { Kind = TokenKind.CloseInterpolatedBrace };
            return true;
        }
        if (_openBraces > 0)
            _openBraces--;
        else if (!IsScript && IsClosing())
            return false;
        else
            Error("Unexpected } while no matching {", _at, _at);
        Advance();
        return true;
    }

    private Token ReadName()
    {
        var start = _at;
        var isSpecial = Current == '$';
        if (isSpecial && Peek() == '$')
        {
            Advance(2);
            return new Token(TokenKind.IdentifierSpecial, start, start.NextColumn());
        }
        var end = _at;
        for (Advance(); IsOfName(Current); Advance())
            end = _at;
        return new Token(isSpecial ? TokenKind.IdentifierSpecial : TokenKind.Identifier, start, end);
    }

    /// <summary>One line after <c>#</c>, any text between <c>##</c> and <c>##</c>; the end of the code ends either.</summary>
    private void SkipComment()
    {
        Advance();
        if (Current != '#')
        {
            while (Current is not ('\0' or '\r' or '\n') && (IsScript || !IsClosing()))
                Advance();
            return;
        }
        Advance();
        while (Current != '\0' && !IsClosing())
        {
            var mayEnd = Current == '#';
            Advance();
            if (mayEnd && Current == '#')
            {
                Advance();
                return;
            }
        }
    }

    private Token ReadNumber()
    {
        var start = _at;
        if (Current == '0' && Peek() is 'x' or 'b')
        {
            var isHexadecimal = Peek() == 'x';
            Advance();
            return isHexadecimal ? ReadHexadecimal(start) : ReadBinary(start);
        }

        var isFloat = false;
        var end = _at;
        void Take()
        {
            end = _at;
            Advance();
        }

        Take();
        while (char.IsDigit(Current) || Current == '_')
            Take();
        // A second dot makes a range, a letter a member; what a number may end with is neither.
        if (Current == '.' && Peek() is var next && next != '.' && (IsSuffix(next) || !char.IsLetter(next) || next is 'e' or 'E'))
        {
            isFloat = true;
            Take();
            while (char.IsDigit(Current))
                Take();
        }
        if (Current is 'e' or 'E')
        {
            Take();
            if (Current is '+' or '-')
                Take();
            if (!char.IsDigit(Current))
                return Error("Expecting at least one digit after the exponent", _at, _at);
            while (char.IsDigit(Current))
                Take();
        }
        if (IsSuffix(Current) && !IsOfName(Peek()))
        {
            isFloat = true;
            Take();
        }
        return new Token(isFloat ? TokenKind.Float : TokenKind.Integer, start, end);
    }

    private static bool IsSuffix(char c) => c is 'f' or 'F' or 'd' or 'D' or 'm' or 'M';

    private Token ReadHexadecimal(TextPosition start)
    {
        var end = _at;
        var hasDigits = false;
        for (Advance(); char.IsAsciiHexDigit(Current) || Current == '_'; Advance())
        {
            hasDigits |= Current != '_';
            end = _at;
        }
        if (Current is 'u' or 'U' && !IsOfName(Peek()))
        {
            end = _at;
            Advance();
        }
        return hasDigits
            ? new Token(TokenKind.HexaInteger, start, end)
            : Error("Invalid hex number, expecting at least a hex digit [0-9a-fA-F] after 0x", start, end);
    }

    private Token ReadBinary(TextPosition start)
    {
        var end = _at;
        var (hasDigits, hasPoint) = (false, false);
        Advance();
        while (Current is '0' or '1' or '_')
        {
            hasDigits |= Current != '_';
            end = _at;
            Advance();
            if (Current != '.')
                continue;
            if (hasPoint || Peek() is not ('0' or '1'))
                break;
            hasPoint = true;
            Advance();
        }
        if ((Current is 'u' or 'U' || (hasPoint && Current is 'f' or 'F' or 'd' or 'D')) && !IsOfName(Peek()))
        {
            end = _at;
            Advance();
        }
        return hasDigits
            ? new Token(TokenKind.BinaryInteger, start, end)
            : Error("Invalid binary number, expecting at least a binary digit 0 or 1 after 0b", start, end);
    }
}
