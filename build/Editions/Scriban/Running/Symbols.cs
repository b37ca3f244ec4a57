using Scriban.Syntax;

namespace ScribanEdition.Running;

/// <summary>Operators as they are written.</summary>
internal static class Symbols
{
    public static string Symbol(this ScriptBinaryOperator op) => op switch
    {
        ScriptBinaryOperator.EmptyCoalescing => "??",
        ScriptBinaryOperator.NotEmptyCoalescing => "?!",
        ScriptBinaryOperator.Or => "||",
        ScriptBinaryOperator.And => "&&",
        ScriptBinaryOperator.BinaryOr => "|",
        ScriptBinaryOperator.BinaryAnd => "&",
        ScriptBinaryOperator.CompareEqual => "==",
        ScriptBinaryOperator.CompareNotEqual => "!=",
        ScriptBinaryOperator.CompareLess => "<",
        ScriptBinaryOperator.CompareLessOrEqual => "<=",
        ScriptBinaryOperator.CompareGreater => ">",
        ScriptBinaryOperator.CompareGreaterOrEqual => ">=",
        ScriptBinaryOperator.Add => "+",
        ScriptBinaryOperator.Subtract => "-",
        ScriptBinaryOperator.Multiply => "*",
        ScriptBinaryOperator.Divide => "/",
        ScriptBinaryOperator.DivideRound => "//",
        ScriptBinaryOperator.Modulus => "%",
        ScriptBinaryOperator.ShiftLeft => "<<",
        ScriptBinaryOperator.ShiftRight => ">>",
        ScriptBinaryOperator.Power => "^",
        ScriptBinaryOperator.RangeInclude => "..",
        ScriptBinaryOperator.RangeExclude => "..<",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    public static string Symbol(this ScriptUnaryOperator op) => op switch
    {
        ScriptUnaryOperator.Not => "!",
        ScriptUnaryOperator.Negate => "-",
        ScriptUnaryOperator.Plus => "+",
        ScriptUnaryOperator.FunctionAlias => "@",
        ScriptUnaryOperator.FunctionParametersExpand => "^",
        ScriptUnaryOperator.Increment => "++",
        ScriptUnaryOperator.Decrement => "--",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };
}
