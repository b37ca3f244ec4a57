using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

/// <summary>
/// Makes a tree of a template's tokens, by recursive descent. It goes on after most errors, so that they are reported together; an error that
/// would only cause more of them ends the reading. This part holds the tokens and the errors.
/// </summary>
internal sealed partial class TemplateReader
{
    private readonly string _text;
    private readonly string _path;
    private readonly LexerOptions _lexerOptions;
    private readonly ParserOptions _options;
    private readonly Scanner _scanner;
    private readonly Queue<Token> _ahead = [];
    private Token _previous;
    private Token _current;
    private bool _isHopeless;
    private int _depth;
    private int _level;
    private int _linesAreSpace;

    public TemplateReader(string text, string path, LexerOptions lexerOptions, ParserOptions options)
    {
        _text = text;
        _path = path;
        _lexerOptions = lexerOptions;
        _options = options;
        _scanner = new Scanner(text, path, lexerOptions);
    }

    public LogMessageBag Messages { get; } = new();

    private SourceSpan CurrentSpan => SpanOf(_current);

    /// <summary>Reads the template, or its front matter alone if that is asked for.</summary>
    public ScriptPage Read()
    {
        if (_lexerOptions.Lang != ScriptLang.Default)
        {
            var start = _lexerOptions.StartPosition;
            var language = _lexerOptions.Lang.ToString().ToLowerInvariant();
            Error(new SourceSpan(_path, start, start), $"The {language} language is not supported by this edition of Scriban; only the default language is");
            return null;
        }

        Advance();
        var page = Open(new ScriptPage());
        try
        {
            if (!ReadPage(page))
                return null;
        }
        catch (ReadingEnded)
        {
            // The error that ended the reading is among the messages.
        }
        Messages.AddRange(_scanner.Errors);
        return page;
    }

    private bool ReadPage(ScriptPage page)
    {
        switch (_lexerOptions.Mode)
        {
            case ScriptMode.FrontMatterAndContent:
            case ScriptMode.FrontMatterOnly:
                if (_current.Kind != TokenKind.FrontMatterMarker)
                {
                    Error($"When `{_lexerOptions.Mode}` is enabled, expecting a `{_lexerOptions.FrontMatterMarker}` at the beginning of the text instead of `{_current.In(_text)}`");
                    return false;
                }
                ReadFrontMatter(page);
                if (_lexerOptions.Mode == ScriptMode.FrontMatterOnly)
                    return true;
                break;
            case ScriptMode.ScriptOnly:
                _isInCode = true;
                break;
        }

        page.Body = ReadBlock(page);
        page.Span = page.Body.Span;
        if (page.FrontMatter is not null && page.Body.List is [RawStatement first, ..])
            first.Text = first.Text.TrimStart();
        return true;
    }

    private void Advance()
    {
        _previous = _current;
        do
        {
            _current = _ahead.TryDequeue(out var token) ? token : _scanner.Next();
        }
        while (IsHidden(_current));
    }

    private Token Peek()
    {
        foreach (var token in _ahead)
        {
            if (!IsHidden(token))
                return token;
        }
        Token next;
        do
        {
            next = _scanner.Next();
            _ahead.Enqueue(next);
        }
        while (IsHidden(next));
        return next;
    }

    private bool IsHidden(Token token) => token.Kind == TokenKind.NewLine && _linesAreSpace > 0;

    private bool IsNextName(string name) => Peek() is { Kind: TokenKind.Identifier } next && next.In(_text) == name;

    private bool FollowsSpace => _current.Start.Offset > 0 && char.IsWhiteSpace(_text[_current.Start.Offset - 1]);

    private T Open<T>(T node)
        where T : ScriptNode
    {
        node.Span = new SourceSpan { FileName = _path, Start = _current.Start };
        return node;
    }

    private T Close<T>(T node)
        where T : ScriptNode
    {
        node.Span.End = _previous.End;
        return node;
    }

    private void Expect(TokenKind kind)
    {
        if (_current.Kind != kind)
            Error($"Unexpected token found `{Shown()}` while expecting `{OperatorTokens.Text(kind)}`.");
        Advance();
    }

    private SourceSpan SpanOf(Token token) => new(_path, token.Start, token.End);

    /// <summary>The current token as messages show it, without control characters.</summary>
    private string Shown() => Shown(_current);

    private string Shown(Token token)
    {
        var text = token.In(_text);
        if (!text.Any(char.IsControl))
            return text;
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => shown.Append("\\n"),
                '\r' => shown.Append("\\r"),
                '\t' => shown.Append("\\t"),
                '\v' => shown.Append("\\v"),
                '\f' => shown.Append("\\f"),
                '\b' => shown.Append("\\b"),
                '\a' => shown.Append("\\a"),
                '\0' => shown.Append("\\0"),
                _ when char.IsControl(c) => shown.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => shown.Append(c),
            };
        }
        return shown.ToString();
    }

    private void Error(string message) => Error(CurrentSpan, message);

    private void Error(Token token, string message) => Error(SpanOf(token), message);

    private void Error(SourceSpan span, string message) => Messages.Add(new LogMessage(ParserMessageType.Error, span, message));

    private void Error(ScriptNode node, string message) => Error(node, node.Span, message);

    private void Error(ScriptNode node, SourceSpan span, string message) =>
        Error(span, $"Error while parsing {node.Grammar.Name}: {message} in: {node.Grammar.Form}");

    /// <summary>Goes one level deeper, if the limit and the stack allow it.</summary>
    private void Descend()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Error(_previous, "The parser recursive depth limit was reached near a stack overflow");
            throw new ReadingEnded();
        }
        _depth++;
        if (_options.ExpressionDepthLimit <= 0 || _depth <= _options.ExpressionDepthLimit)
            return;
        Error(_previous, $"The statement depth limit `{_options.ExpressionDepthLimit}` was reached when parsing this statement");
        throw new ReadingEnded();
    }

    private sealed class ReadingEnded : Exception
    {
    }
}
