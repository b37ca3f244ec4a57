namespace Scriban.Syntax;

/// <summary>Thrown by a custom function to blame one of its arguments; the error is shown at that argument's place.</summary>
public class ScriptArgumentException : Exception
{
    public ScriptArgumentException(int argumentIndex, string message)
        : base(message) => ArgumentIndex = argumentIndex;

    public int ArgumentIndex { get; }
}
