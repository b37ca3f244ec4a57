namespace Scriban.Syntax;

public abstract class ScriptExpression : ScriptNode
{
}
