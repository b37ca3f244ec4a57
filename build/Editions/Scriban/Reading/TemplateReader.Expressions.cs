using Scriban.Syntax;
using ScribanEdition.Running;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

internal sealed partial class TemplateReader
{
    private enum Mode
    {
        Normal,

        /// <summary>A colon ends the expression, as between the branches of a condition.</summary>
        NoNames,

        /// <summary>No operators and no arguments.</summary>
        Basic,

        /// <summary><c>||</c> ends the expression.</summary>
        When,
    }

    private enum Step
    {
        /// <summary>The operand has grown; look what follows.</summary>
        Again,

        /// <summary>The operand is the function of a call or an argument of one; the next argument follows.</summary>
        NextOperand,

        /// <summary>What follows does not belong to the expression.</summary>
        End,

        /// <summary>The expression is complete as it is.</summary>
        Complete,
    }

    private ScriptExpression ExpectExpression(
        ScriptNode owner,
        ScriptExpression outer = null,
        int floor = 0,
        string message = null,
        Mode mode = Mode.Normal,
        bool mayAssign = true)
    {
        if (IsStartOfExpression())
            return ReadExpression(owner, outer, floor, mode, mayAssign);
        Error(owner, CurrentSpan, message ?? $"Expecting <expression> instead of `{Shown()}`");
        return null;
    }

    /// <summary>Reads an expression of operators that bind more tightly than <paramref name="floor"/>.</summary>
    /// <param name="owner">What the expression belongs to.</param>
    /// <param name="outer">A call whose argument the expression is a part of; it takes the operands that follow.</param>
    /// <param name="floor">The precedence of the operator to the left.</param>
    /// <param name="mode">What ends the expression early.</param>
    /// <param name="mayAssign">Whether an assignment may stand here.</param>
    private ScriptExpression ReadExpression(
        ScriptNode owner,
        ScriptExpression outer = null,
        int floor = 0,
        Mode mode = Mode.Normal,
        bool mayAssign = true)
    {
        var depth = _depth;
        _level++;
        Descend();
        try
        {
            return ReadOperands(new Phrase(owner, outer, floor, mode, mayAssign));
        }
        finally
        {
            _depth = depth;
            _level--;
        }
    }

    private ScriptExpression ReadOperands(Phrase phrase)
    {
        for (var count = 1; ; count++)
        {
            phrase.IsLeftClosed = false;
            phrase.Left = ReadOperand();
            if (phrase.Left is null)
            {
                Error(phrase.Call is null
                    ? $"Unexpected token `{Shown()}` while parsing expression"
                    : $"Unexpected token `{Shown()}` while parsing function call `{phrase.Call}`");
                return null;
            }
            if (ScriptVariable.BlockDelegate.Equals(phrase.Left))
            {
                if (count > 1 || _level > 1)
                    Error("Cannot use block delegate $$ in a nested expression");
                if (phrase.Owner is not ExpressionStatement)
                    Error(phrase.Owner, "Cannot use block delegate $$ outside an expression statement");
                return phrase.Left;
            }

            phrase.IsFunction |= phrase.Left is AnonymousFunction;
            var step = phrase.IsFunction ? Step.End : Step.Again;
            while (step == Step.Again)
                step = Extend(phrase);
            if (step == Step.Complete)
                return phrase.Left;
            if (step == Step.End)
                break;
        }

        if (phrase.Call is null)
            return phrase.IsLeftClosed ? phrase.Left : Close(phrase.Left);
        phrase.Call.Arguments.Add(phrase.Left);
        phrase.Call.Span.End = phrase.Left.Span.End;
        return phrase.Call;
    }

    private Step Extend(Phrase phrase)
    {
        if (_current.Kind is TokenKind.EndingInterpolatedString or TokenKind.CloseInterpolatedBrace
            or TokenKind.ContinuationInterpolatedString or TokenKind.OpenInterpolatedBrace)
            return Step.End;
        if (_current.Kind is TokenKind.Dot or TokenKind.QuestionDot)
            return ReadMember(phrase);
        if (_current.Kind is TokenKind.DoublePlus or TokenKind.DoubleMinus)
            ReadPostfix(phrase);
        if (_current.Kind == TokenKind.OpenBracket && phrase.Left is IScriptVariablePath or Literal or CallExpression && !FollowsSpace)
            return ReadIndexer(phrase);
        if (phrase.Mode == Mode.Basic || phrase.Owner is UnaryExpression { Operator: ScriptUnaryOperator.FunctionAlias })
            return Step.End;
        if (_current.Kind == TokenKind.Colon && phrase.Mode != Mode.NoNames)
            return ReadNamed(phrase);
        if (_current.Kind == TokenKind.Equal && (phrase.Left as CallExpression)?.AsDeclaration() is { } declaration)
            return ReadDeclaration(phrase, declaration);
        if (Precedence.IsAssignment(_current.Kind, out var compound))
            return ReadAssignment(phrase, compound);
        if (Precedence.IsOperator(_current.Kind, out var op, out var precedence))
            return ReadBinary(phrase, op, precedence);
        if (_current.Kind == TokenKind.Question)
            return ReadConditional(phrase);
        if (IsStartOfExpression())
            return ReadArgument(phrase);
        return phrase.Floor > 0 ? Step.End : ReadPipe(phrase);
    }

    private bool IsStartOfExpression() => _current.Kind is
        TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus or TokenKind.Arroba or TokenKind.DoublePlus or TokenKind.DoubleMinus or TokenKind.Caret
        or TokenKind.Identifier or TokenKind.IdentifierSpecial
        or TokenKind.Integer or TokenKind.HexaInteger or TokenKind.BinaryInteger or TokenKind.Float
        or TokenKind.String or TokenKind.VerbatimString or TokenKind.BeginInterpolatedString or TokenKind.ContinuationInterpolatedString
        or TokenKind.EndingInterpolatedString or TokenKind.InterpolatedString
        or TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.OpenBracket;

    /// <summary>An expression while it is read.</summary>
    private sealed class Phrase(ScriptNode owner, ScriptExpression outer, int floor, Mode mode, bool mayAssign)
    {
        public ScriptNode Owner { get; } = owner;

        public ScriptExpression Outer { get; } = outer;

        public int Floor { get; } = floor;

        public Mode Mode { get; } = mode == Mode.When ? Mode.Normal : mode;

        public bool IsWhen { get; } = mode == Mode.When;

        public bool MayAssign { get; } = mayAssign;

        /// <summary>The operand that was read last, with all that belongs to it.</summary>
        public ScriptExpression Left { get; set; }

        public bool IsLeftClosed { get; set; }

        /// <summary>The call whose arguments are being read, if there is one.</summary>
        public CallExpression Call { get; set; }

        /// <summary>Whether a function was read, behind which nothing can follow.</summary>
        public bool IsFunction { get; set; }
    }
}
