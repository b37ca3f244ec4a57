using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static Scriban.Syntax.ScriptBinaryOperator;

namespace ScribanEdition.Running;

/// <summary>What the language's operators do with values: who of the two operands decides, and what is done with null, text and "empty".</summary>
internal static partial class Operators
{
    /// <summary>Applies a binary operator; <paramref name="span"/> is the place blamed for what concerns both operands.</summary>
    public static object Apply(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object left,
        SourceSpan rightSpan,
        object right)
    {
        switch (op)
        {
            case EmptyCoalescing:
                return left ?? right;
            case NotEmptyCoalescing:
                return left is null ? null : right;
        }

        try
        {
            if (left is string or char || right is string or char)
                return OnText(context, span, op, leftSpan, Widen(left), rightSpan, Widen(right));
            if (left is null || right is null)
                return OnNull(op, left is null && right is null);
            if (left == EmptyScriptObject.Default || right == EmptyScriptObject.Default)
                return OnEmpty(context, span, op, left, right);
            var custom = left as IScriptCustomBinaryOperation ?? right as IScriptCustomBinaryOperation;
            if (custom is null)
                return OnOthers(context, span, op, left, right);
            if (custom.TryEvaluate(context, span, op, leftSpan, left, rightSpan, right, out var result))
                return result;
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, error.Message);
        }
        throw new ScriptRuntimeException(span, $"The operator `{op.Symbol()}` is not supported between `{left}` and `{right}`");
    }

    public static object Apply(TemplateContext context, SourceSpan span, ScriptUnaryOperator op, object value)
    {
        if (value is IScriptCustomUnaryOperation custom)
        {
            if (custom.TryEvaluate(context, span, op, value, out var result))
                return result;
        }
        else
        {
            switch (op)
            {
                case ScriptUnaryOperator.Not:
                    return !context.ToBool(span, value);
                case ScriptUnaryOperator.FunctionParametersExpand:
                    return value;
                case ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus when value is not null:
                    var number = value switch
                    {
                        int v => unchecked(-v),
                        long v => unchecked(-v),
                        double v => -v,
                        float v => -v,
                        decimal v => -v,
                        BigInteger v => -v,
                        _ => (object)null,
                    };
                    if (number is null)
                        throw new ScriptRuntimeException(span, $"Unexpected value `{value} / Type: {context.GetTypeName(value)}`. Cannot negate(-)/positive(+) a non-numeric value");
                    return op == ScriptUnaryOperator.Negate ? number : value;
            }
        }
        throw new ScriptRuntimeException(span, $"Operator `{op.Symbol()}` is not supported");
    }

    private static object Widen(object value) => value is char c ? c.ToString() : value;

    private static object OnNull(ScriptBinaryOperator op, bool both) => op switch
    {
        CompareEqual => both,
        CompareNotEqual => !both,
        CompareGreater or CompareLess or CompareGreaterOrEqual or CompareLessOrEqual => false,
        _ => null,
    };

    private static object OnText(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object left,
        SourceSpan rightSpan,
        object right)
    {
        switch (op)
        {
            case Add:
                return context.ObjectToString(left) + context.ObjectToString(right);
            case Multiply:
                return right is string
                    ? Repeat(context, span, right, leftSpan, left)
                    : Repeat(context, span, left, rightSpan, right);
            case CompareEqual:
                return context.ObjectToString(left) == context.ObjectToString(right);
            case CompareNotEqual:
                return context.ObjectToString(left) != context.ObjectToString(right);
            case CompareGreater or CompareLess or CompareGreaterOrEqual or CompareLessOrEqual:
                return Holds(op, string.CompareOrdinal(context.ObjectToString(left), context.ObjectToString(right)));
            default:
                throw new ScriptRuntimeException(span, $"Operator `{op.Symbol()}` is not supported on string objects");
        }
    }

    private static string Repeat(TemplateContext context, SourceSpan span, object text, SourceSpan timesSpan, object times)
    {
        int count;
        try
        {
            count = context.ToInt(span, times);
        }
        catch (ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(timesSpan, "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string");
        }

        var part = context.ObjectToString(text) ?? string.Empty;
        if (count <= 0 || part.Length == 0)
            return string.Empty;
        if (context.LimitToString > 0 && (long)part.Length * count > context.LimitToString)
            throw new ScriptRuntimeException(timesSpan, $"String multiplication exceeds LimitToString `{context.LimitToString}`.");
        return new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
    }

    private static object OnEmpty(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (left == right)
        {
            return op switch
            {
                CompareEqual or CompareGreaterOrEqual or CompareLessOrEqual => true,
                CompareNotEqual or CompareGreater or CompareLess => false,
                _ => EmptyScriptObject.Default,
            };
        }

        var isLeft = left == EmptyScriptObject.Default;
        var isEmpty = context.IsEmpty(span, isLeft ? right : left);
        return op switch
        {
            CompareEqual or CompareGreaterOrEqual or CompareLessOrEqual => isEmpty,
            CompareNotEqual => isEmpty is bool yes ? !yes : isEmpty,
            CompareGreater or CompareLess => false,
            ShiftLeft or ShiftRight => throw new ScriptRuntimeException(
                span,
                $"Operator `{op.Symbol()}` is not implemented for `{(isLeft ? "empty" : left)}` / `{(isLeft ? right : "empty")}`"),
            _ => EmptyScriptObject.Default,
        };
    }

    private static bool Holds(ScriptBinaryOperator op, int comparison) => op switch
    {
        CompareEqual => comparison == 0,
        CompareNotEqual => comparison != 0,
        CompareGreater => comparison > 0,
        CompareLess => comparison < 0,
        CompareGreaterOrEqual => comparison >= 0,
        _ => comparison <= 0,
    };
}
