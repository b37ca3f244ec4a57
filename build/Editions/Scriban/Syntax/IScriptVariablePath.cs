namespace Scriban.Syntax;

/// <summary>An expression that names a place: a variable, a member, an item.</summary>
public interface IScriptVariablePath
{
    object GetValue(TemplateContext context);

    void SetValue(TemplateContext context, object valueToSet);

    /// <summary>The name with which the path begins.</summary>
    string GetFirstPath();
}
