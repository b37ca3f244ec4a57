using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A value that defines unary operators on itself.</summary>
public interface IScriptCustomUnaryOperation
{
    bool TryEvaluate(TemplateContext context, SourceSpan span, ScriptUnaryOperator op, object rightValue, out object result);
}
