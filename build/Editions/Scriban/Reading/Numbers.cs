using System.Globalization;
using System.Numerics;

namespace ScribanEdition.Reading;

/// <summary>The values of number literals: the narrowest integer type that holds them, or what a suffix asks for.</summary>
internal static class Numbers
{
    public static (object Value, string Error) Integer(string literal)
    {
        const NumberStyles Style = NumberStyles.Integer | NumberStyles.AllowExponent;
        var text = literal.Replace("_", string.Empty, StringComparison.Ordinal);
        if (long.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            return (number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number, null);
        return BigInteger.TryParse(text, Style, CultureInfo.InvariantCulture, out var big) ? (big, null) : (null, $"Unable to parse the integer {text}");
    }

    public static (object Value, string Error) Float(string literal, bool prefersDecimal)
    {
        var suffix = char.ToLowerInvariant(literal[^1]);
        var text = suffix is 'f' or 'd' or 'm' ? literal[..^1] : literal;
        if (suffix == 'f')
            return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? (single, null) : (null, $"Unable to parse float value `{literal}`");
        if ((suffix == 'm' || (prefersDecimal && suffix != 'd')) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            return (exact, null);
        return suffix != 'm' && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (value, null)
            : (null, $"Unable to parse double value `{literal}`");
    }

    public static (object Value, string Error) Hexadecimal(string literal)
    {
        var (text, isUnsigned) = Split(literal[2..]);
        if (ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits))
            return (FromBits(bits, isUnsigned), null);
        return BigInteger.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var big) ? (big, null) : (null, $"Unable to parse the integer {text}");
    }

    public static (object Value, string Error) Binary(string literal)
    {
        var (text, isUnsigned) = Split(literal);
        var suffix = char.ToLowerInvariant(text[^1]);
        var digits = suffix is 'f' or 'd' ? text[2..^1] : text[2..];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var number = BigInteger.Zero;
        foreach (var digit in digits.Where(digit => digit != '.'))
            number = (number << 1) | (digit == '0' ? 0 : 1);
        if (point > 0)
        {
            var scale = point - (digits.Length - 1);
            return (suffix == 'f' ? (object)((float)number * (float)Math.Pow(2, scale)) : (double)number * Math.Pow(2, scale), null);
        }
        return (number <= ulong.MaxValue ? FromBits((ulong)number, isUnsigned) : number, null);
    }

    private static (string Text, bool IsUnsigned) Split(string literal)
    {
        var text = literal.Replace("_", string.Empty, StringComparison.Ordinal);
        return text[^1] is 'u' or 'U' ? (text[..^1], true) : (text, false);
    }

    /// <summary>Without the suffix, the bits of a 32 or 64 bit number are those of a signed one.</summary>
    private static object FromBits(ulong bits, bool isUnsigned)
    {
        if (bits <= uint.MaxValue)
            return isUnsigned ? (object)(long)bits : unchecked((int)(uint)bits);
        return isUnsigned ? (object)new BigInteger(bits) : unchecked((long)bits);
    }
}
