namespace Scriban.Syntax;

/// <summary>Why the statements of a block do not go on.</summary>
public enum ScriptFlowState
{
    None = 0,
    Break = 1,
    Continue = 2,
    Return = 3,
}
