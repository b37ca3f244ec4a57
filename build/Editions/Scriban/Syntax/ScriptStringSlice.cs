namespace Scriban.Syntax;

/// <summary>A part of a text, without a copy.</summary>
public readonly struct ScriptStringSlice : IEquatable<ScriptStringSlice>, IComparable<ScriptStringSlice>, IComparable<string>
{
    public static readonly ScriptStringSlice Empty = new(string.Empty);

    public readonly string FullText;

    public readonly int Index;

    public readonly int Length;

    public ScriptStringSlice(string fullText)
    {
        FullText = fullText;
        Index = 0;
        Length = fullText?.Length ?? 0;
    }

    public ScriptStringSlice(string fullText, int index, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (fullText is not null)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(index + length, fullText.Length, nameof(length));
        FullText = fullText;
        Index = index;
        Length = length;
    }

    private ReadOnlySpan<char> Span => FullText.AsSpan(Index, Length);

    public char this[int index] => Span[index];

    public string Substring(int index) => Span[index..].ToString();

    public ScriptStringSlice TrimStart() => new(FullText, Index + Length - Span.TrimStart().Length, Span.TrimStart().Length);

    public ScriptStringSlice TrimEnd() => new(FullText, Index, Span.TrimEnd().Length);

    public bool Equals(ScriptStringSlice other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object obj) => obj is ScriptStringSlice other && Equals(other);

    public int CompareTo(ScriptStringSlice other) => Math.Sign(Span.SequenceCompareTo(other.Span));

    public int CompareTo(string other) => CompareTo(new ScriptStringSlice(other));

    public override int GetHashCode() => string.GetHashCode(Span);

    public override string ToString() => Span.ToString();

    public static bool operator ==(ScriptStringSlice left, ScriptStringSlice right) => left.Equals(right);

    public static bool operator !=(ScriptStringSlice left, ScriptStringSlice right) => !left.Equals(right);
}
