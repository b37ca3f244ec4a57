namespace Scriban.Syntax;

public abstract class ScriptStatement : ScriptNode
{
    /// <summary>Whether the statement's value is written to the output.</summary>
    public bool CanOutput { get; protected set; } = true;

    /// <summary>Whether the statement only marks a place in the text.</summary>
    public bool CanSkipEvaluation { get; protected set; }
}
