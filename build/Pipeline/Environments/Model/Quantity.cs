using System.Globalization;
using System.Numerics;

namespace JupyterHub.Pipeline.Environments;

/// <summary>
/// A Kubernetes quantity (<c>500m</c>, <c>4Gi</c>, <c>1e3</c>, <c>0.5</c>), which keeps the text that it was written as.
/// Two quantities are equal when they are the same amount.
/// </summary>
/// <seealso href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"/>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    private readonly string? _text;

    private Quantity(string text, decimal value)
    {
        _text = text;
        Value = value;
    }

    /// <summary>The amount: bytes, cores or a count.</summary>
    public decimal Value { get; }

    /// <summary>The amount rounded up to a whole number, as Kubernetes rounds bytes.</summary>
    public long Bytes => (long)decimal.Ceiling(Value);

    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity) ? quantity : throw new FormatException($"'{text}' is not a quantity");

    /// <summary>Reads a quantity; one that is negative or does not fit 63 bits is none.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            digits++;
        if (digits is 0 or > 28
            || !decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || Scale(text.AsSpan(digits)) is not { } scale)
            return false;
        if (number != 0 && (double)number * (double)scale > long.MaxValue)
            return false;
        quantity = new Quantity(text, number * scale);
        return true;
    }

    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    public bool Equals(Quantity other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The quantity as it was written.</summary>
    public override string ToString() => _text ?? "0";

    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;

    private static decimal? Scale(ReadOnlySpan<char> suffix) => suffix switch
    {
        "" => 1m,
        "n" => 1e-9m,
        "u" => 1e-6m,
        "m" => 1e-3m,
        "k" => 1e3m,
        "M" => 1e6m,
        "G" => 1e9m,
        "T" => 1e12m,
        "P" => 1e15m,
        "E" => 1e18m,
        "Ki" => 1L << 10,
        "Mi" => 1L << 20,
        "Gi" => 1L << 30,
        "Ti" => 1L << 40,
        "Pi" => 1L << 50,
        "Ei" => 1L << 60,
        ['e' or 'E', .. var exponent] => Power(exponent),
        _ => null,
    };

    private static decimal? Power(ReadOnlySpan<char> exponent)
    {
        if (!int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) || power is < -9 or > 18)
            return null;
        var ten = (decimal)BigInteger.Pow(10, Math.Abs(power));
        return power < 0 ? 1 / ten : ten;
    }
}
