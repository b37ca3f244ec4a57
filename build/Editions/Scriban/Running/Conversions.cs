using System.Globalization;
using System.Numerics;

namespace ScribanEdition.Running;

/// <summary>Conversions between numbers.</summary>
internal static class Conversions
{
    /// <summary>What null is worth where a number is wanted; null where none is.</summary>
    public static object Zero(Type type)
    {
        if (type == typeof(double))
            return 0.0;
        if (type == typeof(float))
            return 0.0f;
        if (type == typeof(long))
            return 0L;
        if (type == typeof(decimal))
            return 0m;
        return type == typeof(BigInteger) ? BigInteger.Zero : null;
    }

    public static object Number(object value, Type type, CultureInfo culture)
    {
        if (type == typeof(BigInteger))
        {
            return value switch
            {
                char number => new BigInteger(number),
                bool yes => yes ? BigInteger.One : BigInteger.Zero,
                float number => new BigInteger(number),
                double number => new BigInteger(number),
                int number => new BigInteger(number),
                uint number => new BigInteger(number),
                long number => new BigInteger(number),
                ulong number => new BigInteger(number),
                _ => Convert.ChangeType(value, type, culture),
            };
        }
        if (value is not BigInteger big)
            return Convert.ChangeType(value, type, culture);
        if (type == typeof(char))
            return (char)(int)big;
        if (type == typeof(float))
            return (float)big;
        if (type == typeof(double))
            return (double)big;
        if (type == typeof(uint))
            return (uint)big;
        if (type == typeof(long))
            return (long)big;
        return type == typeof(ulong) ? (ulong)big : Convert.ChangeType(value, type, culture);
    }
}
