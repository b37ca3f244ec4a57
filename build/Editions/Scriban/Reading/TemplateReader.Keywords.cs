using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

internal sealed partial class TemplateReader
{
    private bool ReadKeyword(ScriptNode owner, bool endsStatement, out ScriptStatement statement, out bool isEnd)
    {
        var start = _current;
        var keyword = start.In(_text);
        isEnd = keyword is "end" or "when" or "else";
        statement = null;
        switch (keyword)
        {
            case "end":
                statement = ReadEnd(endsStatement);
                return true;
            case "when":
                return AddWhen(owner, start, out statement);
            case "else":
                return AddElse(owner, start);
        }

        if (owner is CaseStatement)
            Error(start, $"Unexpected statement/expression `{Shown(start)}` in the body of a `case` statement. Only `when`/`else` are expected.");
        statement = keyword switch
        {
            // A loop's variables begin with the loop's keyword.
            "for" or "tablerow" or "while" when Peek().Kind == TokenKind.Dot => ReadExpressionStatement(),
            "if" => ReadIf(isElseIf: false),
            "case" => ReadCase(),
            "for" => ReadFor(new ForStatement()),
            "tablerow" => ReadFor(new TableRowStatement()),
            "while" => ReadWhile(),
            "with" => ReadWith(),
            "wrap" => ReadWrap(),
            "capture" => ReadCapture(),
            "func" => ReadFunction(isAnonymous: false),
            "ret" => ReadReturn(),
            "import" => ReadImport(),
            "readonly" => ReadReadOnly(),
            "break" => ReadBare(new BreakStatement()),
            "continue" => ReadBare(new ContinueStatement()),
            _ => ReadExpressionStatement(),
        };
        return true;
    }

    private EndStatement ReadEnd(bool endsStatement)
    {
        var end = Open(new EndStatement());
        Advance();
        if (endsStatement)
            ExpectEndOfStatement();
        return Close(end);
    }

    private bool AddWhen(ScriptNode owner, Token start, out ScriptStatement statement)
    {
        statement = null;
        var when = ReadWhen();
        switch (owner)
        {
            case WhenStatement previous:
                previous.Next = when;
                return true;
            case CaseStatement:
                statement = when;
                return true;
            default:
                Error(start, "A `when` condition must be preceded by another `when`/`else`/`case` condition");
                return false;
        }
    }

    private bool AddElse(ScriptNode owner, Token start)
    {
        ConditionStatement next = IsNextName("if") ? ReadElseIf() : ReadElse();
        switch (owner)
        {
            case IfStatement or WhenStatement:
                ((ConditionStatement)owner).Next = next;
                return true;
            case ForStatement loop when next is ElseStatement otherwise:
                loop.Else = otherwise;
                return true;
            case ForStatement:
                Error(next.Span, "Invalid if/else combination within a for statement.");
                return true;
            default:
                Error(start, "A else condition must be preceded by another if/else/when condition or a for loop.");
                return false;
        }
    }

    private IfStatement ReadElseIf()
    {
        Advance();
        return ReadIf(isElseIf: true);
    }

    private IfStatement ReadIf(bool isElseIf)
    {
        var statement = Open(new IfStatement { IsElseIf = isElseIf });
        Advance();
        statement.Condition = ExpectExpression(statement, mayAssign: false);
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private ElseStatement ReadElse()
    {
        var statement = Open(new ElseStatement());
        Advance();
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private CaseStatement ReadCase()
    {
        var statement = Open(new CaseStatement());
        Advance();
        statement.Value = ExpectExpression(statement, mayAssign: false);
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private WhenStatement ReadWhen()
    {
        var statement = Open(new WhenStatement());
        Advance();
        while (IsStartOfExpression() && ReadExpression(statement, mode: Mode.When, mayAssign: false) is { } value)
        {
            statement.Values.Add(value);
            if (_current.Kind is TokenKind.Comma or TokenKind.DoubleVerticalBar)
                Advance();
        }
        if (statement.Values.Count == 0)
            Error("When is expecting at least one value.");
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private ForStatement ReadFor(ForStatement statement)
    {
        Open(statement);
        Advance();
        statement.Variable = ExpectExpression(statement, mode: Mode.Basic);
        if (statement.Variable is null)
            return Close(statement);
        if (statement.Variable is not IScriptVariablePath)
            Error(statement, $"Expecting a variable instead of `{statement.Variable}`");
        if (_current.Kind != TokenKind.Identifier || _current.In(_text) != "in")
            Error(statement, $"Expecting 'in' word instead of `{Shown()}`");
        else
            Advance();
        statement.Iterator = ExpectExpression(statement);
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private WhileStatement ReadWhile()
    {
        var statement = Open(new WhileStatement());
        Advance();
        statement.Condition = ExpectExpression(statement, mayAssign: false);
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private WithStatement ReadWith()
    {
        var statement = Open(new WithStatement());
        Advance();
        statement.Target = ExpectExpression(statement);
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private WrapStatement ReadWrap()
    {
        var statement = Open(new WrapStatement());
        Advance();
        statement.Target = ExpectExpression(statement);
        if (ExpectEndOfStatement())
            statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private CaptureStatement ReadCapture()
    {
        var statement = Open(new CaptureStatement());
        Advance();
        statement.Target = ExpectExpression(statement);
        ExpectEndOfStatement();
        statement.Body = ReadBlock(statement);
        return Close(statement);
    }

    private ReturnStatement ReadReturn()
    {
        var statement = Open(new ReturnStatement());
        Advance();
        if (IsStartOfExpression())
            statement.Expression = ReadExpression(statement);
        ExpectEndOfStatement();
        return Close(statement);
    }

    private ImportStatement ReadImport()
    {
        var statement = Open(new ImportStatement());
        Advance();
        statement.Expression = ExpectExpression(statement);
        ExpectEndOfStatement();
        return Close(statement);
    }

    private ReadOnlyStatement ReadReadOnly()
    {
        var statement = Open(new ReadOnlyStatement());
        Advance();
        statement.Variable = ExpectVariable(statement);
        ExpectEndOfStatement();
        return Close(statement);
    }

    private T ReadBare<T>(T statement)
        where T : ScriptStatement
    {
        Open(statement);
        Advance();
        ExpectEndOfStatement();
        return Close(statement);
    }
}
