using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A value whose items a function can visit and replace.</summary>
public interface IScriptTransformable
{
    Type ElementType { get; }

    bool CanTransform(Type transformType);

    bool Visit(TemplateContext context, SourceSpan span, Func<object, bool> visit);

    object Transform(TemplateContext context, SourceSpan span, Func<object, object> apply, Type destType);
}
