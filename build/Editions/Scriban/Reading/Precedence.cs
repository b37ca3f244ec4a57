using Scriban.Syntax;

namespace ScribanEdition.Reading;

/// <summary>Which tokens are operators and how tightly they bind.</summary>
internal static class Precedence
{
    public const int Unary = 200;
    public const int Increment = 210;

    public static bool IsOperator(TokenKind kind, out ScriptBinaryOperator op, out int precedence)
    {
        (op, precedence) = kind switch
        {
            TokenKind.DoubleQuestion => (ScriptBinaryOperator.EmptyCoalescing, 20),
            TokenKind.QuestionExclamation => (ScriptBinaryOperator.NotEmptyCoalescing, 20),
            TokenKind.DoubleVerticalBar => (ScriptBinaryOperator.Or, 30),
            TokenKind.DoubleAmp => (ScriptBinaryOperator.And, 40),
            TokenKind.DoubleEqual => (ScriptBinaryOperator.CompareEqual, 70),
            TokenKind.ExclamationEqual => (ScriptBinaryOperator.CompareNotEqual, 70),
            TokenKind.Less => (ScriptBinaryOperator.CompareLess, 80),
            TokenKind.LessEqual => (ScriptBinaryOperator.CompareLessOrEqual, 80),
            TokenKind.Greater => (ScriptBinaryOperator.CompareGreater, 80),
            TokenKind.GreaterEqual => (ScriptBinaryOperator.CompareGreaterOrEqual, 80),
            TokenKind.Plus => (ScriptBinaryOperator.Add, 100),
            TokenKind.Minus => (ScriptBinaryOperator.Subtract, 100),
            TokenKind.Asterisk => (ScriptBinaryOperator.Multiply, 110),
            TokenKind.Divide => (ScriptBinaryOperator.Divide, 110),
            TokenKind.DoubleDivide => (ScriptBinaryOperator.DivideRound, 110),
            TokenKind.Percent => (ScriptBinaryOperator.Modulus, 110),
            TokenKind.DoubleLessThan => (ScriptBinaryOperator.ShiftLeft, 110),
            TokenKind.DoubleGreaterThan => (ScriptBinaryOperator.ShiftRight, 110),
            TokenKind.DoubleDot => (ScriptBinaryOperator.RangeInclude, 130),
            TokenKind.DoubleDotLess => (ScriptBinaryOperator.RangeExclude, 130),
            _ => (ScriptBinaryOperator.None, 0),
        };
        return op != ScriptBinaryOperator.None;
    }

    /// <summary>Whether a token assigns; <paramref name="compound"/> is what it does before, or none.</summary>
    public static bool IsAssignment(TokenKind kind, out ScriptBinaryOperator compound)
    {
        compound = kind switch
        {
            TokenKind.PlusEqual => ScriptBinaryOperator.Add,
            TokenKind.MinusEqual => ScriptBinaryOperator.Subtract,
            TokenKind.AsteriskEqual => ScriptBinaryOperator.Multiply,
            TokenKind.DivideEqual => ScriptBinaryOperator.Divide,
            TokenKind.DoubleDivideEqual => ScriptBinaryOperator.DivideRound,
            TokenKind.PercentEqual => ScriptBinaryOperator.Modulus,
            _ => ScriptBinaryOperator.None,
        };
        return kind == TokenKind.Equal || compound != ScriptBinaryOperator.None;
    }
}
