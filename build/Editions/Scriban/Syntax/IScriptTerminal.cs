namespace Scriban.Syntax;

/// <summary>A node that has no nodes below it.</summary>
public interface IScriptTerminal
{
}
