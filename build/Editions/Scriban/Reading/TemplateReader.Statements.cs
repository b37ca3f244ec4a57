using Scriban.Parsing;
using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

internal sealed partial class TemplateReader
{
    private ScriptBlockStatement _block;
    private ScriptFrontMatter _openFrontMatter;
    private bool _isInCode;
    private int _blockLevel;

    private void ReadFrontMatter(ScriptPage page)
    {
        _isInCode = true;
        _openFrontMatter = Open(new ScriptFrontMatter { Marker = _lexerOptions.FrontMatterMarker });
        page.FrontMatter = _openFrontMatter;
        Expect(TokenKind.FrontMatterMarker);
        page.FrontMatter.Statements = ReadBlock(page.FrontMatter);
        if (_openFrontMatter is not null)
            Error($"End of frontmatter `{_lexerOptions.FrontMatterMarker}` not found");
        page.Span = page.FrontMatter.Span;
    }

    /// <summary>Reads statements up to the one that ends the block of <paramref name="owner"/>.</summary>
    private ScriptBlockStatement ReadBlock(ScriptNode owner, bool endsStatement = true)
    {
        _blockLevel++;
        Descend();
        var block = Open(new ScriptBlockStatement());
        var outerBlock = _block;
        _block = block;
        ScriptStatement statement;
        bool isEnd;
        while (TryReadStatement(owner, endsStatement, out statement, out isEnd))
        {
            if (statement is not null)
                block.List.Add(statement);
            if (!isEnd)
                continue;
            if (_blockLevel == 1)
                Error(owner, new SourceSpan(_path, _previous.End, _previous.End), "Found <end> statement without a corresponding beginning of a block");
            break;
        }
        if (!endsStatement && statement is EndStatement end)
            end.ExpectsEnd = false;
        if (!isEnd && _blockLevel > 1)
            Error(owner, SpanOf(_previous), "The <end> statement was not found");
        _block = outerBlock;
        _depth--;
        _blockLevel--;
        return Close(block);
    }

    /// <summary>Reads one statement; false where there is none, or none that makes sense.</summary>
    private bool TryReadStatement(ScriptNode owner, bool endsStatement, out ScriptStatement statement, out bool isEnd)
    {
        statement = null;
        isEnd = false;
        while (!_isHopeless)
        {
            switch (_current.Kind)
            {
                case TokenKind.Eof:
                    return false;
                case TokenKind.Raw:
                case TokenKind.Escape:
                    statement = ReadText();
                    if (owner is not CaseStatement)
                        return true;
                    // Text between "case" and the first "when" is not kept.
                    statement = null;
                    continue;
                case TokenKind.CodeEnter:
                case TokenKind.CodeExit:
                case TokenKind.EscapeEnter:
                case TokenKind.EscapeExit:
                    statement = ReadMark();
                    return true;
                case TokenKind.FrontMatterMarker:
                    return ReadFrontMatterEnd();
                case var _ when !_isInCode:
                    Error($"Unexpected token {Shown()} while not in a code block {{ ... }}");
                    return false;
                case TokenKind.NewLine:
                case TokenKind.SemiColon:
                    Advance();
                    continue;
                case TokenKind.Identifier:
                case TokenKind.IdentifierSpecial:
                    return ReadKeyword(owner, endsStatement, out statement, out isEnd);
                case var _ when IsStartOfExpression():
                    statement = ReadExpressionStatement();
                    return true;
                default:
                    Error($"Unexpected token {Shown()}");
                    return false;
            }
        }
        return false;
    }

    private bool ReadFrontMatterEnd()
    {
        if (_openFrontMatter is null)
        {
            Error($"Unexpected frontmatter marker `{_lexerOptions.FrontMatterMarker}` while not inside a frontmatter");
            Advance();
            return true;
        }
        _isInCode = false;
        Expect(TokenKind.FrontMatterMarker);
        Close(_openFrontMatter).TextPositionAfterEndMarker = _current.Start;
        _openFrontMatter = null;
        return false;
    }

    private RawStatement ReadText()
    {
        var text = Open(new RawStatement());
        text.Span.End = _current.End;
        text.Text = new ScriptStringSlice(_text, _current.Start.Offset, _current.End.Offset - _current.Start.Offset + 1);
        Advance();
        return text;
    }

    private CodeMark ReadMark()
    {
        if (_current.Kind == TokenKind.CodeEnter)
        {
            if (_isInCode)
                Error("Unexpected token while already in a code block");
        }
        else if (_current.Kind == TokenKind.CodeExit)
        {
            if (!_isInCode)
                Error("Unexpected code block exit '}}' while no code block enter '{{' has been found");
            else if (_lexerOptions.Mode == ScriptMode.ScriptOnly)
                Error("Unexpected code clock exit '}}' while parsing in script only mode. '}}' is not allowed.");
        }

        _isInCode = _current.Kind == TokenKind.CodeEnter;
        var isOpening = _current.Kind is TokenKind.CodeEnter or TokenKind.EscapeEnter;
        var mark = Open(new CodeMark { IsOpening = isOpening, Mark = _current.In(_text) });
        Advance();
        if (_isInCode && _block?.List is [.., RawStatement before])
            mark.Indent = IndentAtEndOf(before.Text);
        return Close(mark);
    }

    /// <summary>The white space that a text ends with, if its last line has nothing else.</summary>
    private string IndentAtEndOf(ScriptStringSlice text)
    {
        var end = text.Index + text.Length;
        var start = end;
        while (start > 0 && _text[start - 1] != '\n' && char.IsWhiteSpace(_text[start - 1]))
            start--;
        return start == 0 || _text[start - 1] == '\n' ? _text[start..end] : string.Empty;
    }

    private ScriptStatement ReadExpressionStatement()
    {
        var statement = Open(new ExpressionStatement());
        var expression = ExpectExpression(statement);
        if (expression is DeclarationExpression declaration)
            return declaration.Function;
        statement.Expression = expression;
        if (expression is not null)
            ExpectEndOfStatement();
        return Close(statement);
    }

    /// <summary>Takes the end of a statement; anything else there ends the reading.</summary>
    private bool ExpectEndOfStatement()
    {
        switch (_current.Kind)
        {
            case TokenKind.NewLine:
            case TokenKind.SemiColon:
                Advance();
                return true;
            case TokenKind.CodeExit:
            case TokenKind.Eof:
                return true;
            default:
                Error($"Invalid token found `{Shown()}`. Expecting <EOL>/end of line.");
                _isHopeless = true;
                return false;
        }
    }
}
