using System.Numerics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static Scriban.Syntax.ScriptBinaryOperator;

namespace ScribanEdition.Running;

/// <summary>Arithmetic and comparison. The wider of the two types decides; integers grow as far as they must and shrink again when they can.</summary>
internal static partial class Operators
{
    private const int LargestShift = 1024 * 1024;

    private static readonly BigInteger LargestPower = BigInteger.One << LargestShift;

    private static object OnOthers(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (left is decimal || right is decimal)
            return OnDecimals(op, span, context.ToObject<decimal>(span, left), context.ToObject<decimal>(span, right));
        if (left is double || right is double)
            return OnDoubles(op, span, context.ToObject<double>(span, left), context.ToObject<double>(span, right));
        if (left is float || right is float)
            return OnFloats(op, span, context.ToObject<float>(span, left), context.ToObject<float>(span, right));
        if (left is BigInteger || right is BigInteger)
            return OnIntegers(context, op, span, context.ToObject<BigInteger>(span, left), context.ToObject<BigInteger>(span, right));
        if (left is long || right is long)
            return OnIntegers(context, op, span, context.ToObject<long>(span, left), context.ToObject<long>(span, right));
        if (left is ulong || right is ulong)
            return OnIntegers(context, op, span, context.ToObject<ulong>(span, left), context.ToObject<ulong>(span, right));
        if (left is uint || right is uint)
            return OnIntegers(context, op, span, context.ToObject<uint>(span, left), context.ToObject<uint>(span, right));
        if (left is int or Enum || right is int or Enum)
            return OnInts(context, op, span, left, right);
        if (left is bool || right is bool)
            return OnBools(op, span, context.ToObject<bool>(span, left), context.ToObject<bool>(span, right));
        if (left is DateTime date && right is DateTime otherDate)
            return OnDates(op, span, date, otherDate);
        if (left is DateTime start && right is TimeSpan duration)
            return op == Add ? start + duration : throw new ScriptRuntimeException(span, $"The operator `{op}` is not supported for between <DateTime> and <TimeSpan>");
        return op switch
        {
            CompareEqual => left.Equals(right),
            CompareNotEqual => !left.Equals(right),
            _ => throw new ScriptRuntimeException(span, $"Unsupported types `{left}/{context.GetTypeName(left)}` {op.Symbol()} `{right}/{context.GetTypeName(right)}` for binary operation"),
        };
    }

    /// <summary>The left operand converts the right one, unless only the right one is a number.</summary>
    private static object OnInts(TemplateContext context, ScriptBinaryOperator op, SourceSpan span, object left, object right)
    {
        if (left is int or Enum)
        {
            var leftNumber = (int)left;
            var rightNumber = context.ToObject<int>(span, right);
            return OnSmall(op, leftNumber, rightNumber) ?? OnIntegers(context, op, span, leftNumber, rightNumber);
        }
        return OnIntegers(context, op, span, context.ToObject<int>(span, left), (int)right);
    }

    /// <summary>The everyday cases, which need no wide numbers.</summary>
    private static object OnSmall(ScriptBinaryOperator op, long left, long right) => op switch
    {
        Add => Fit(left + right),
        Subtract => Fit(left - right),
        Multiply => Fit(left * right),
        Divide => (double)left / right,
        DivideRound when right != 0 => Fit(left / right),
        Modulus when right != 0 => Fit(left % right),
        CompareEqual => left == right,
        CompareNotEqual => left != right,
        CompareGreater => left > right,
        CompareLess => left < right,
        CompareGreaterOrEqual => left >= right,
        CompareLessOrEqual => left <= right,
        _ => null,
    };

    private static object OnIntegers(TemplateContext context, ScriptBinaryOperator op, SourceSpan span, BigInteger left, BigInteger right) => op switch
    {
        Add => Fit(left + right),
        Subtract => Fit(left - right),
        Multiply => Fit(left * right),
        Divide => (double)left / (double)right,
        DivideRound => Fit(left / right),
        Modulus => Fit(left % right),
        ShiftLeft => Fit(left << Shift(span, right)),
        ShiftRight => Fit(left >> Shift(span, right)),
        Power => right < 0 ? Math.Pow((double)left, (double)right) : Fit(BigInteger.ModPow(left, right, LargestPower)),
        BinaryOr => Fit(left | right),
        BinaryAnd => Fit(left & right),
        RangeInclude => Range(context, span, left, right, isInclusive: true),
        RangeExclude => Range(context, span, left, right, isInclusive: false),
        _ => Compare(op, span, left, right, "long"),
    };

    private static object OnDoubles(ScriptBinaryOperator op, SourceSpan span, double left, double right) => op switch
    {
        Add => left + right,
        Subtract => left - right,
        Multiply => left * right,
        Divide => left / right,
        DivideRound => Math.Round(left / right),
        Modulus => left % right,
        ShiftLeft => left * Math.Pow(2, right),
        ShiftRight => left / Math.Pow(2, right),
        Power => Math.Pow(left, right),
        CompareEqual => left == right,
        CompareNotEqual => left != right,
        CompareGreater => left > right,
        CompareLess => left < right,
        CompareGreaterOrEqual => left >= right,
        CompareLessOrEqual => left <= right,
        _ => throw NotImplemented(op, span, "double"),
    };

    private static object OnFloats(ScriptBinaryOperator op, SourceSpan span, float left, float right) => op switch
    {
        Add => left + right,
        Subtract => left - right,
        Multiply => left * right,
        Divide => left / right,
        DivideRound => (float)(int)(left / right),
        Modulus => left % right,
        ShiftLeft => left * MathF.Pow(2, right),
        ShiftRight => left / MathF.Pow(2, right),
        Power => MathF.Pow(left, right),
        CompareEqual => left == right,
        CompareNotEqual => left != right,
        CompareGreater => left > right,
        CompareLess => left < right,
        CompareGreaterOrEqual => left >= right,
        CompareLessOrEqual => left <= right,
        _ => throw NotImplemented(op, span, "float"),
    };

    private static object OnDecimals(ScriptBinaryOperator op, SourceSpan span, decimal left, decimal right) => op switch
    {
        Add => left + right,
        Subtract => left - right,
        Multiply => left * right,
        Divide => left / right,
        DivideRound => Math.Round(left / right),
        Modulus => left % right,
        ShiftLeft => left * (decimal)Math.Pow(2, (double)right),
        ShiftRight => left / (decimal)Math.Pow(2, (double)right),
        Power => (decimal)Math.Pow((double)left, (double)right),
        _ => Compare(op, span, left, right, "decimal"),
    };

    private static object OnBools(ScriptBinaryOperator op, SourceSpan span, bool left, bool right) => op switch
    {
        CompareEqual => left == right,
        CompareNotEqual => left != right,
        _ => throw new ScriptRuntimeException(span, $"The operator `{op.Symbol()}` is not valid for bool<->bool"),
    };

    private static object OnDates(ScriptBinaryOperator op, SourceSpan span, DateTime left, DateTime right) => op switch
    {
        Subtract => left - right,
        CompareEqual or CompareNotEqual or CompareGreater or CompareLess or CompareGreaterOrEqual or CompareLessOrEqual =>
            Holds(op, left.CompareTo(right)),
        _ => throw new ScriptRuntimeException(span, $"The operator `{op}` is not supported for DateTime"),
    };

    private static object Compare<T>(ScriptBinaryOperator op, SourceSpan span, T left, T right, string type)
        where T : IComparable<T> =>
        op is CompareEqual or CompareNotEqual or CompareGreater or CompareLess or CompareGreaterOrEqual or CompareLessOrEqual
            ? Holds(op, left.CompareTo(right))
            : throw NotImplemented(op, span, type);

    private static ScriptRuntimeException NotImplemented(ScriptBinaryOperator op, SourceSpan span, string type) =>
        new(span, $"The operator `{op.Symbol()}` is not implemented for {type}<->{type}");

    private static object Fit(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
            return (int)value;
        return value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;
    }

    private static object Fit(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    private static int Shift(SourceSpan span, BigInteger bits) => BigInteger.Abs(bits) <= LargestShift
        ? (int)bits
        : throw new ScriptRuntimeException(span, $"Shift amount `{bits}` exceeds maximum supported magnitude `{LargestShift}`.");

    private static ScriptRange Range(TemplateContext context, SourceSpan span, BigInteger first, BigInteger last, bool isInclusive)
    {
        var size = BigInteger.Abs(last - first) + (isInclusive ? 1 : 0);
        if (context.LoopLimit > 0 && size > context.LoopLimit)
            throw new ScriptRuntimeException(span, $"Range expression exceeds LoopLimit `{context.LoopLimit}`.");
        return new ScriptRange(Count(first, size, first < last ? 1 : -1));
    }

    private static IEnumerable<object> Count(BigInteger first, BigInteger size, int step)
    {
        for (var i = BigInteger.Zero; i < size; i++)
            yield return Fit(first + (i * step));
    }
}
