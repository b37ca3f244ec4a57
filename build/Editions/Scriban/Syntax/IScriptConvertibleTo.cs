using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A value that knows how to become another type.</summary>
public interface IScriptConvertibleTo
{
    bool TryConvertTo(TemplateContext context, SourceSpan span, Type type, out object value);
}
