using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A type with a parameterless constructor that takes its content from another value.</summary>
public interface IScriptConvertibleFrom
{
    bool TryConvertFrom(TemplateContext context, SourceSpan span, object value);
}
