namespace Scriban.Syntax;

public enum ScriptUnaryOperator
{
    None = 0,
    Not = 1,
    Negate = 2,
    Plus = 3,
    FunctionAlias = 4,
    FunctionParametersExpand = 5,
    Increment = 6,
    Decrement = 7,
}
