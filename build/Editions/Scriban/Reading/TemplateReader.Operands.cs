using System.Globalization;
using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

/// <summary>What an expression begins with.</summary>
internal sealed partial class TemplateReader
{
    private ScriptExpression ReadOperand() => _current.Kind switch
    {
        TokenKind.Identifier or TokenKind.IdentifierSpecial => ReadVariable(),
        TokenKind.Integer or TokenKind.HexaInteger or TokenKind.BinaryInteger or TokenKind.Float => ReadNumber(),
        TokenKind.String => ReadString(),
        TokenKind.VerbatimString => ReadVerbatim(),
        TokenKind.BeginInterpolatedString or TokenKind.InterpolatedString => ReadInterpolatedString(),
        TokenKind.ContinuationInterpolatedString => ReadStringPart(),
        TokenKind.OpenInterpolatedBrace => ReadInterpolation(),
        TokenKind.OpenParen => ReadNested(),
        TokenKind.OpenBrace => ReadObject(),
        TokenKind.OpenBracket => ReadArray(),
        TokenKind.DoublePlus or TokenKind.DoubleMinus => ReadIncrement(),
        TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus or TokenKind.Arroba or TokenKind.Caret => ReadUnary(),
        _ => null,
    };

    private ScriptExpression ReadVariable()
    {
        var token = _current;
        var span = CurrentSpan;
        var text = token.In(_text);
        switch (text)
        {
            case "null":
                return ReadLiteral(null);
            case "true":
                return ReadLiteral(true);
            case "false":
                return ReadLiteral(false);
            case "this":
                var current = Open(new ThisExpression());
                Advance();
                return Close(current);
            case "do":
                var function = Open(new AnonymousFunction());
                function.Function = ReadFunction(isAnonymous: true);
                return Close(function);
        }

        Advance();
        if (text[0] != '$')
        {
            if (text is "for" or "while" or "tablerow" && _current.Kind == TokenKind.Dot)
                CheckLoopVariable(token, text);
            return new ScriptVariableGlobal(text) { Span = span };
        }
        var name = text[1..];
        if (!int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index))
            return new ScriptVariableLocal(name) { Span = span };
        return new IndexerExpression
        {
            Span = span,
            Target = new ScriptVariableLocal(ScriptVariable.Arguments.BaseName) { Span = span },
            Index = new Literal { Span = span, Value = index },
        };
    }

    private void CheckLoopVariable(Token token, string loop)
    {
        var next = Peek();
        if (next.Kind != TokenKind.Identifier)
        {
            Error(token, $"Invalid token `{Shown()}`. The loop variable <{loop}> dot must be followed by an identifier");
            return;
        }
        var name = next.In(_text);
        var isValid = name switch
        {
            "first" or "even" or "odd" or "index" => true,
            "last" or "changed" or "length" or "rindex" => loop != "while",
            "col" => loop == "tablerow",
            _ => (bool?)null,
        };
        if (isValid is null)
            Error(token, $"The loop variable <{loop}.{name}> is not supported");
        else if (isValid is false)
            Error(token, $"The loop variable <{loop}.{name}> is invalid");
    }

    private NestedExpression ReadNested()
    {
        var nested = Open(new NestedExpression());
        Advance();
        nested.Expression = ExpectExpression(nested);
        if (_current.Kind == TokenKind.CloseParen)
            Advance();
        else
            Error($"Invalid token `{Shown()}`. Expecting a closing `)`.");
        return Close(nested);
    }

    private UnaryExpression ReadUnary()
    {
        var unary = Open(new UnaryExpression());
        unary.Operator = _current.Kind switch
        {
            TokenKind.Exclamation => ScriptUnaryOperator.Not,
            TokenKind.Minus => ScriptUnaryOperator.Negate,
            TokenKind.Plus => ScriptUnaryOperator.Plus,
            TokenKind.Arroba => ScriptUnaryOperator.FunctionAlias,
            _ => ScriptUnaryOperator.FunctionParametersExpand,
        };
        Advance();
        unary.Right = ExpectExpression(unary, null, Precedence.Unary);
        return Close(unary);
    }

    private IncrementExpression ReadIncrement()
    {
        var increment = Open(new IncrementExpression());
        increment.Operator = _current.Kind == TokenKind.DoublePlus ? ScriptUnaryOperator.Increment : ScriptUnaryOperator.Decrement;
        Advance();
        increment.Right = ExpectExpression(increment, null, Precedence.Increment);
        if (increment.Right is not IScriptVariablePath)
            Error("The operand of an increment or decrement operator must be a variable, property or indexer");
        return Close(increment);
    }

    private ArrayExpression ReadArray()
    {
        Descend();
        var array = Open(new ArrayExpression());
        _linesAreSpace++;
        Advance();
        while (_current.Kind != TokenKind.CloseBracket)
        {
            var item = ExpectExpression(array);
            if (item is null)
                break;
            array.Items.Add(item);
            if (_current.Kind != TokenKind.Comma)
                break;
            Advance();
        }
        // The end of the line behind the bracket ends a statement again.
        _linesAreSpace--;
        Expect(TokenKind.CloseBracket);
        _depth--;
        return Close(array);
    }

    private ObjectExpression ReadObject()
    {
        var value = Open(new ObjectExpression());
        _linesAreSpace++;
        Advance();
        var goesOn = true;
        var isValid = true;
        while (isValid && _current.Kind != TokenKind.CloseBrace)
        {
            if (goesOn && IsMemberName())
            {
                isValid = ReadObjectMember(value);
                goesOn = isValid && _current.Kind == TokenKind.Comma;
                if (goesOn)
                    Advance();
            }
            else
            {
                isValid = false;
                Error($"Unexpected token `{Shown()}` while parsing object initializer. Expecting a simple identifier for the member name.");
            }
        }
        _linesAreSpace--;
        if (isValid)
            Expect(TokenKind.CloseBrace);
        return Close(value);

        bool IsMemberName() => _current.Kind is TokenKind.Identifier or TokenKind.String or TokenKind.InterpolatedString
            or TokenKind.BeginInterpolatedString or TokenKind.ContinuationInterpolatedString or TokenKind.EndingInterpolatedString;
    }

    private bool ReadObjectMember(ObjectExpression owner)
    {
        var start = _current;
        var member = Open(new ObjectMember());
        var name = start.Kind switch
        {
            TokenKind.Identifier => ReadVariable(),
            TokenKind.String => ReadString(),
            TokenKind.BeginInterpolatedString or TokenKind.InterpolatedString => ReadInterpolatedString(),
            _ => ReadExpression(owner),
        };
        if (name is not ScriptVariable and not Literal)
        {
            Error(start, $"Unexpected member type `{name}/{name?.Grammar.Name ?? "unknown"}` found for object initializer member name");
            return false;
        }
        if (name is Literal { Value: not string } literal)
        {
            Error(start, $"Invalid literal member `{literal.Value}/{literal.Value?.GetType()}` found for object initializer member name. Only literal string or identifier name are allowed");
            return false;
        }
        if (_current.Kind != TokenKind.Colon)
        {
            Error($"Unexpected token `{Shown()}` Expecting a colon : after identifier `{(name as ScriptVariable)?.Name}` for object initializer member name");
            return false;
        }
        Advance();
        member.Name = name;
        if (!IsStartOfExpression())
        {
            Error($"Unexpected token `{Shown()}`. Expecting an expression for the value of the member.");
            return false;
        }
        member.Value = ReadExpression(owner);
        if (member.Value is null)
            return false;
        owner.Members.Add(Close(member));
        return true;
    }
}
