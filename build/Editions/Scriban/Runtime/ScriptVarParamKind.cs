namespace Scriban.Runtime;

/// <summary>How a function takes more arguments than it has parameters.</summary>
public enum ScriptVarParamKind
{
    None = 0,

    /// <summary>All arguments come as they are.</summary>
    Direct = 1,

    /// <summary>The last parameter is an array of the rest.</summary>
    LastParameter = 2,
}
