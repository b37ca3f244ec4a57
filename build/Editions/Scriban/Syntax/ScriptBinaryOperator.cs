namespace Scriban.Syntax;

public enum ScriptBinaryOperator
{
    None = 0,
    EmptyCoalescing = 1,
    NotEmptyCoalescing = 2,
    Or = 3,
    And = 4,
    BinaryOr = 5,
    BinaryAnd = 6,
    CompareEqual = 7,
    CompareNotEqual = 8,
    CompareLessOrEqual = 9,
    CompareGreaterOrEqual = 10,
    CompareLess = 11,
    CompareGreater = 12,
    Add = 18,
    Subtract = 19,
    Multiply = 20,
    Divide = 21,
    DivideRound = 22,
    Modulus = 23,
    ShiftLeft = 24,
    ShiftRight = 25,
    Power = 26,
    RangeInclude = 27,
    RangeExclude = 28,
}
