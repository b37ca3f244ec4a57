using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

/// <summary>What may follow an operand.</summary>
internal sealed partial class TemplateReader
{
    private Step ReadMember(Phrase phrase)
    {
        var name = Peek();
        if (name.Kind != TokenKind.Identifier)
        {
            Error(name, $"Invalid token `{name.Kind}`. The dot operator is expected to be followed by a plain identifier");
            return Step.Complete;
        }

        var target = phrase.Left;
        var dot = _current.In(_text);
        Advance();
        var isConditional = dot == "?.";
        var isEmptiness = _current.In(_text) is "empty" or "blank" && Peek().Kind == TokenKind.Question;
        if (ReadVariable() is not ScriptVariable member)
        {
            Error("Unexpected literal member `{member}`");
            phrase.Left = null;
            return Step.Complete;
        }
        if (isEmptiness)
        {
            Expect(TokenKind.Question);
            phrase.Left = Close(new IsEmptyExpression { Span = target.Span, Target = target, Member = member, Dot = dot, IsNullConditional = isConditional });
            return Step.Again;
        }
        // Members are read from left to right, so a "?." before this one is a part of the target.
        isConditional |= target is MemberExpression { IsNullConditional: true } or IsEmptyExpression { IsNullConditional: true };
        phrase.Left = Close(new MemberExpression { Span = target.Span, Target = target, Member = member, Dot = dot, IsNullConditional = isConditional });
        return Step.Again;
    }

    private void ReadPostfix(Phrase phrase)
    {
        if (phrase.Left is not IScriptVariablePath)
            Error("The operand of an increment or decrement operator must be a variable, property or indexer");
        phrase.Left = new IncrementExpression
        {
            Span = phrase.Left.Span,
            Right = phrase.Left,
            Operator = _current.Kind == TokenKind.DoublePlus ? ScriptUnaryOperator.Increment : ScriptUnaryOperator.Decrement,
            IsPostfix = true,
        };
        Advance();
    }

    private Step ReadIndexer(Phrase phrase)
    {
        var indexer = new IndexerExpression { Span = phrase.Left.Span, Target = phrase.Left };
        Advance();
        indexer.Index = ExpectExpression(indexer, phrase.Call, 0, $"Expecting <index_expression> instead of `{Shown()}`", phrase.Mode);
        if (_current.Kind == TokenKind.CloseBracket)
            Advance();
        else
            Error($"Unexpected `{Shown()}`. Expecting ']'");
        phrase.Left = Close(indexer);
        return Step.Again;
    }

    private Step ReadNamed(Phrase phrase)
    {
        if (phrase.Left is not ScriptVariable name)
        {
            Error(phrase.Left.Span, "Expecting a simple global or local variable before `:` in order to create a named argument");
            return Step.End;
        }
        var argument = Open(new NamedArgument { Name = name });
        Advance();
        argument.Value = ExpectExpression(phrase.Owner);
        phrase.Left = Close(argument);
        return Step.End;
    }

    private Step ReadDeclaration(Phrase phrase, ScriptFunction function)
    {
        if (_level > 1 || !phrase.MayAssign)
            Error(phrase.Left, "Creating a function is only allowed for a top level assignment");
        Advance();
        function.Body = ReadExpressionStatement();
        function.Span.End = function.Body.Span.End;
        phrase.Left = new DeclarationExpression(function) { Span = function.Span };
        return Step.End;
    }

    private Step ReadAssignment(Phrase phrase, ScriptBinaryOperator compound)
    {
        var assignment = Open(new AssignmentExpression { Target = phrase.Left, Operator = compound });
        assignment.Span.Start = phrase.Left.Span.Start;
        if (phrase.Left is not IScriptVariablePath || phrase.Call is not null || _level > 1 || !phrase.MayAssign)
            Error(assignment, "Expression is only allowed for a top level assignment");
        Advance();
        assignment.Value = ExpectExpression(assignment, phrase.Outer);
        phrase.Left = Close(assignment);
        return Step.End;
    }

    private Step ReadBinary(Phrase phrase, ScriptBinaryOperator op, int precedence)
    {
        if ((phrase.IsWhen && op == ScriptBinaryOperator.Or) || precedence <= phrase.Floor)
            return Step.End;
        Descend();
        var binary = new BinaryExpression { Span = phrase.Left.Span, Left = phrase.Left, Operator = op, OperatorSpan = CurrentSpan };
        Advance();
        binary.Right = ExpectExpression(
            binary,
            phrase.Call ?? phrase.Outer,
            precedence,
            $"Expecting an <expression> to the right of the operator instead of `{Shown()}`",
            phrase.Mode);
        phrase.Left = Close(binary);
        return Step.Again;
    }

    private Step ReadConditional(Phrase phrase)
    {
        if (phrase.Floor > 0)
            return Step.End;
        FinishCall(phrase, closes: true);
        var conditional = new ConditionalExpression { Span = phrase.Left.Span, Condition = phrase.Left };
        Advance();
        conditional.WhenTrue = ExpectExpression(conditional, mode: Mode.NoNames);
        Expect(TokenKind.Colon);
        conditional.WhenFalse = ExpectExpression(conditional, mode: Mode.NoNames);
        phrase.Left = Close(conditional);
        return Step.End;
    }

    /// <summary>Another operand: what stands before it is a function, or an argument of the one before.</summary>
    private Step ReadArgument(Phrase phrase)
    {
        if (phrase.Outer is not null)
            return Step.End;
        var options = (phrase.Owner as ForStatement)?.Options;
        if (_current.Kind == TokenKind.Identifier && (options is not null || Peek().Kind == TokenKind.Colon))
            return ReadNamedArguments(phrase, options);

        var isExplicit = _current.Kind == TokenKind.OpenParen && !FollowsSpace;
        if (phrase.Call is null || isExplicit)
        {
            var call = Open(new CallExpression { Target = phrase.Left });
            call.Span.Start = phrase.Left.Span.Start;
            if (isExplicit)
            {
                ReadExplicitArguments(call);
                phrase.Left = call;
                return Step.Again;
            }
            phrase.Call = call;
            return Step.NextOperand;
        }
        phrase.Call.Arguments.Add(phrase.Left);
        phrase.Call.Span.End = phrase.Left.Span.End;
        return Step.NextOperand;
    }

    /// <summary><c>name: value</c> in a row, for a call or for the options of a loop; an option's bare name stands for itself.</summary>
    private Step ReadNamedArguments(Phrase phrase, List<NamedArgument> options)
    {
        if (options is null && phrase.Call is null)
        {
            phrase.Call = Open(new CallExpression { Target = phrase.Left });
            phrase.Call.Span.Start = phrase.Left.Span.Start;
        }
        else if (options is null)
        {
            phrase.Call.Arguments.Add(phrase.Left);
        }
        Close(phrase.Left);
        phrase.IsLeftClosed = true;

        while (_current.Kind == TokenKind.Identifier && (options is not null || Peek().Kind == TokenKind.Colon))
        {
            var argument = Open(new NamedArgument());
            var name = ReadVariable();
            if (name is not ScriptVariable variable)
            {
                Error(name.Span, "Invalid identifier passed as a named argument. Expecting a simple variable name");
                break;
            }
            argument.Name = variable;
            if (options is not null)
                options.Add(Close(argument));
            else
                phrase.Call.Arguments.Add(argument);
            if (_current.Kind == TokenKind.Colon)
            {
                Advance();
                argument.Value = ExpectExpression(phrase.Owner, mode: Mode.Basic);
                if (argument.Value is not null)
                    argument.Span.End = argument.Value.Span.End;
            }
            if (phrase.Call is null)
                continue;
            phrase.Call.Span.End = argument.Span.End;
            if (argument.Value is AnonymousFunction)
                break;
        }

        if (options is null && IsStartOfExpression())
            return Step.NextOperand;
        if (phrase.Call is not null)
            (phrase.Left, phrase.Call) = (phrase.Call, null);
        return IsPipe ? Step.Again : Step.End;
    }

    private bool IsPipe => _current.Kind is TokenKind.VerticalBar or TokenKind.PipeGreater;

    private Step ReadPipe(Phrase phrase)
    {
        // What a pipe leads to is called even without further arguments.
        if (phrase.Owner is PipeExpression && phrase.Call is null && phrase.Left is IScriptVariablePath)
            phrase.Left = new CallExpression { Span = phrase.Left.Span, Target = phrase.Left };
        if (!IsPipe)
            return Step.End;
        FinishCall(phrase, closes: false);
        var pipe = Open(new PipeExpression { From = phrase.Left, Symbol = _current.In(_text) });
        pipe.Span.Start = phrase.Left.Span.Start;
        _linesAreSpace++;
        Advance();
        _linesAreSpace--;
        pipe.To = ExpectExpression(pipe);
        phrase.Left = Close(pipe);
        return Step.Complete;
    }

    private void FinishCall(Phrase phrase, bool closes)
    {
        if (phrase.Call is null)
            return;
        phrase.Call.Arguments.Add(phrase.Left);
        if (closes)
            Close(phrase.Call);
        (phrase.Left, phrase.Call) = (phrase.Call, null);
    }
}
