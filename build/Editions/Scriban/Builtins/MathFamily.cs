using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>math</c>.</summary>
internal static class MathFamily
{
    public static ScriptObject Create()
    {
        var family = new ScriptObject(14);
        family.Add("Abs", [Any("value")], Abs);
        family.Add("Ceil", [Double("value")], c => Math.Ceiling(c.Double(0)));
        family.Add("DividedBy", [Double("value"), Any("divisor")], DividedBy);
        family.Add("Floor", [Double("value")], c => Math.Floor(c.Double(0)));
        family.Add("Format", [Any("value"), Text("format"), Text("culture").Or(null)], Format);
        family.Add("IsNumber", [Any("value")], c => IsNumber(c[0]));
        family.Add("Minus", [Any("value"), Any("with")], c => Apply(c, ScriptBinaryOperator.Subtract));
        family.Add("Modulo", [Any("value"), Any("with")], c => Apply(c, ScriptBinaryOperator.Modulus));
        family.Add("Plus", [Any("value"), Any("with")], c => Apply(c, ScriptBinaryOperator.Add));
        family.Add("Round", [Double("value"), Int("precision").Or(0)], c => Math.Round(c.Double(0), c.Int(1)));
        family.Add("Times", [Any("value"), Any("with")], c => Apply(c, ScriptBinaryOperator.Multiply));
        family.Add("Uuid", [], c => Guid.NewGuid().ToString());
        family.Add("Random", [Int("minValue"), Int("maxValue")], Random);
        return family;
    }

    private static bool IsNumber(object value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or BigInteger;

    private static object Abs(Invocation call) => call[0] switch
    {
        null => null,
        int value => Math.Abs(value),
        long value => Math.Abs(value),
        float value => Math.Abs(value),
        double value => Math.Abs(value),
        decimal value => Math.Abs(value),
        short value => Math.Abs(value),
        sbyte value => Math.Abs(value),
        var value when value.GetType().IsPrimitive => value,
        var value => throw call.Failure($"The value `{value}` is not a number"),
    };

    private static object Apply(Invocation call, ScriptBinaryOperator op) =>
        Operators.Apply(call.Context, call.Span, op, call.Span, call[0], call.Span, call[1]);

    /// <summary>An integer divisor gives an integer, rounded down.</summary>
    private static object DividedBy(Invocation call) => Apply(call, ScriptBinaryOperator.Divide) switch
    {
        double quotient when call[1] is int => (int)Math.Floor(quotient),
        float quotient when call[1] is int => (int)Math.Floor(quotient),
        var quotient => quotient,
    };

    private static object Format(Invocation call)
    {
        if (call[0] is null)
            return string.Empty;
        if (!IsNumber(call[0]))
            throw call.Failure($"Unexpected `{call[0]}`. Must be a formattable number");
        return ((IFormattable)call[0]).ToString(call.Text(1) ?? string.Empty, call[2] is string culture ? new CultureInfo(culture) : call.Context.CurrentCulture);
    }

    private static object Random(Invocation call)
    {
        if (call.Int(0) > call.Int(1))
            throw call.Failure("minValue must be greater than maxValue");
        if (!call.Context.Tags.TryGetValue("random", out var random))
            call.Context.Tags.Add("random", random = new Random());
        return ((Random)random).Next(call.Int(0), call.Int(1));
    }
}
