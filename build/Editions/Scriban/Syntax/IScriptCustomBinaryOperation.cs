using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A value that defines binary operators on itself.</summary>
public interface IScriptCustomBinaryOperation
{
    bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object leftValue,
        SourceSpan rightSpan,
        object rightValue,
        out object result);
}
