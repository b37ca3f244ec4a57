using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static Scriban.Syntax.ScriptBinaryOperator;

namespace ScribanEdition.Running;

/// <summary>Operators on lists. Arrays give arrays, ranges give ranges; a sum is a range in either case.</summary>
internal static class Lists
{
    public static object Apply(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object left,
        SourceSpan rightSpan,
        object right,
        bool isLazy)
    {
        var lefts = isLazy ? left as IEnumerable<object> : AsArray(left);
        var rights = isLazy ? right as IEnumerable<object> : AsArray(right);
        switch (op)
        {
            case Add or BinaryOr or BinaryAnd or CompareEqual or CompareNotEqual or CompareLess or CompareLessOrEqual or CompareGreater or CompareGreaterOrEqual:
                if (rights is null)
                    throw Unsupported(rightSpan, " Expecting an array for the right argument.");
                if (lefts is null)
                    throw Unsupported(leftSpan, " Expecting an array for the left argument.");
                return OfTwo(context, span, op, lefts, rights, isLazy);
            case Multiply:
                if (lefts is null == rights is null)
                    throw Unsupported(span, " Expecting only one array for the left or right argument.");
                var times = Number(lefts is null ? left : right, rights is null ? rightSpan : leftSpan);
                return Repeat(context, span, lefts ?? rights, times, isLazy);
            case Divide or DivideRound or Modulus:
                if (lefts is null)
                    throw Unsupported(leftSpan, " Expecting an array for the left argument.");
                var divisor = Number(right, rightSpan);
                if (divisor == 0)
                    throw new ScriptRuntimeException(rightSpan, "Cannot divide by 0");
                return Part(context, span, op, lefts, divisor, isLazy);
            case ShiftLeft:
                if (lefts is null)
                    throw Unsupported(leftSpan, " Expecting an array for the left argument.");
                return isLazy ? new ScriptRange(LazyLists.Counted(context, span, lefts).Append(right)) : new ScriptArray(lefts.Append(right));
            case ShiftRight:
                if (rights is null)
                    throw Unsupported(rightSpan, " Expecting an array for the right argument.");
                return isLazy ? new ScriptRange(LazyLists.Counted(context, span, rights).Prepend(left)) : new ScriptArray(rights.Prepend(left));
            default:
                throw Unsupported(span, string.Empty);
        }

        int Number(object value, SourceSpan place)
        {
            var number = context.ToInt(span, value);
            return number >= 0 ? number : throw Unsupported(place, $" Integer {number} cannot be negative when multiplying");
        }

        ScriptRuntimeException Unsupported(SourceSpan place, string reason) =>
            new(place, $"The operator `{op.Symbol()}` is not supported between {context.GetTypeName(left)} and {context.GetTypeName(right)}.{reason}");
    }

    private static object OfTwo(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        IEnumerable<object> left,
        IEnumerable<object> right,
        bool isLazy)
    {
        switch (op)
        {
            case Add:
                return new ScriptRange(isLazy ? LazyLists.Counted(context, span, left, right) : left.Concat(right));
            case BinaryOr:
                return isLazy ? new ScriptRange(LazyLists.Counted(context, span, left, right).Distinct()) : new ScriptArray(left.Union(right));
            case BinaryAnd:
                return isLazy
                    ? new ScriptRange(LazyLists.Counted(context, span, left).Intersect(LazyLists.Counted(context, span, right)))
                    : new ScriptArray(left.Intersect(right));
            default:
                return isLazy
                    ? Holds(context, span, op, [.. LazyLists.Counted(context, span, left)], [.. LazyLists.Counted(context, span, right)])
                    : Holds(context, span, op, [.. left], [.. right]);
        }
    }

    /// <summary>Lengths are compared first; lists of the same length compare as each pair of items does.</summary>
    private static bool Holds(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, List<object> left, List<object> right)
    {
        var isStrict = op is CompareNotEqual or CompareLess or CompareGreater;
        var comparison = left.Count.CompareTo(right.Count);
        if (comparison != 0)
        {
            return op switch
            {
                CompareEqual => false,
                CompareNotEqual => true,
                CompareLess or CompareLessOrEqual => comparison < 0,
                _ => comparison > 0,
            };
        }
        if (left.Count == 0)
            return !isStrict;
        for (var i = 0; i < left.Count; i++)
        {
            if (Operators.Apply(context, span, op, span, left[i], span, right[i]) is not true)
                return false;
        }
        return true;
    }

    private static object Repeat(TemplateContext context, SourceSpan span, IEnumerable<object> items, int times, bool isLazy)
    {
        if (isLazy)
            return new ScriptRange(times == 0 ? [] : LazyLists.Repeat(context, span, items, times));
        var array = (ScriptArray)items;
        if (times == 0 || array.Count == 0)
            return new ScriptArray();
        var length = (long)times * array.Count;
        if (length > int.MaxValue)
            throw new ScriptRuntimeException(span, "Array multiplication result length exceeds the maximum supported array length.");
        context.EnterLoopScope();
        try
        {
            context.StepLoop(span, length + times, isQueryable: false);
        }
        finally
        {
            context.ExitLoopScope();
        }
        return new ScriptArray(Enumerable.Repeat(array, times).SelectMany(a => a));
    }

    private static object Part(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, IEnumerable<object> items, int divisor, bool isLazy)
    {
        if (isLazy)
        {
            var counted = LazyLists.Counted(context, span, items);
            // A range does not know its length: the language takes the divisor for the last index to keep.
            return new ScriptRange(op == Modulus ? LazyLists.EveryNth(counted, divisor) : LazyLists.Take(counted, divisor + 1));
        }
        var array = (ScriptArray)items;
        return new ScriptArray(op == Modulus ? LazyLists.EveryNth(array, divisor) : array.Take(array.Count / divisor));
    }

    private static ScriptArray AsArray(object value) => value switch
    {
        ScriptArray array => array,
        string => null,
        IEnumerable values => new ScriptArray(values),
        _ => null,
    };
}
