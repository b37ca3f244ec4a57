namespace Scriban.Syntax;

public enum ScriptVariableScope
{
    /// <summary>Looked up in the objects that the context holds.</summary>
    Global = 0,

    /// <summary>Written with a leading <c>$</c>; lives in one function or page.</summary>
    Local = 1,
}
