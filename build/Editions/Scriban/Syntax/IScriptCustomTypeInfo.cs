namespace Scriban.Syntax;

/// <summary>A value that names its own type in messages.</summary>
public interface IScriptCustomTypeInfo
{
    string TypeName { get; }
}
