using System.Diagnostics.CodeAnalysis;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>A fully qualified domain name. Names that differ only in the case of ASCII letters are equal (RFC 4343).</summary>
public sealed class DnsName : IEquatable<DnsName>, IComparable<DnsName>
{
    /// <summary>Most octets a name may have on the wire, length octets and root included.</summary>
    public const int MaxLength = 255;

    /// <summary>Most octets a label may have.</summary>
    public const int MaxLabelLength = 63;

    private readonly byte[] _wire;

    private DnsName(byte[] wire) => _wire = wire;

    public static DnsName Root { get; } = new([0]);

    public bool IsRoot => _wire.Length == 1;

    /// <summary>The name without its first label; the root is its own parent.</summary>
    public DnsName Parent => IsRoot ? this : new DnsName(_wire[(1 + _wire[0])..]);

    /// <summary>The labels from the left, as text in which a label's special characters are escaped.</summary>
    public IReadOnlyList<string> Labels
    {
        get
        {
            var labels = new List<string>();
            for (var at = 0; _wire[at] != 0; at += 1 + _wire[at])
                labels.Add(DnsNameText.Format(_wire.AsSpan(at + 1, _wire[at])));
            return labels;
        }
    }

    /// <summary>The name in full, as it is in messages: labels with their length octet, and the root's zero.</summary>
    public ReadOnlySpan<byte> Wire => _wire;

    /// <summary>Reads a name from text. Names are always taken as fully qualified, a final dot is optional.</summary>
    /// <exception cref="ProblemException">HUB1603 when the text is no name.</exception>
    public static DnsName Parse(string text)
    {
        if (DnsNameText.TryParse(text, out var name, out var reason))
            return name;

        throw new ProblemException(new Problem(DnsProblems.NameInvalid, $"'{text}' is not a domain name") { Cause = reason });
    }

    /// <summary>Reads a name from text; false when it is none.</summary>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out DnsName name) => DnsNameText.TryParse(text, out name, out _);

    /// <summary>
    /// Reads a name as people write it below a zone: <c>@</c> is the zone itself, <c>www</c> and <c>www.example.org</c> both are
    /// <c>www.example.org</c> in the zone <c>example.org</c>. A name with a final dot is taken as it stands.
    /// </summary>
    /// <exception cref="ProblemException">HUB1603 when the text is no name, or too long below the zone.</exception>
    public static DnsName Parse(string text, DnsName zone)
    {
        if (text == "@")
            return zone;

        var name = Parse(text);
        return text.EndsWith('.') || name.IsAtOrBelow(zone) ? name : name.Below(zone);
    }

    /// <summary>This name's labels put before another name.</summary>
    /// <exception cref="ProblemException">HUB1603 when the result is too long.</exception>
    public DnsName Below(DnsName parent)
    {
        if (_wire.Length - 1 + parent._wire.Length <= MaxLength)
            return new DnsName([.. _wire.AsSpan(0, _wire.Length - 1), .. parent._wire]);

        throw new ProblemException(
            new Problem(DnsProblems.NameInvalid, $"'{this}' below '{parent}' is not a domain name") { Cause = DnsNameText.TooLong });
    }

    /// <summary>Whether this is the given name or a name below it.</summary>
    public bool IsAtOrBelow(DnsName ancestor)
    {
        var at = 0;
        while (_wire.Length - at > ancestor._wire.Length)
            at += 1 + _wire[at];
        return SameFolded(_wire.AsSpan(at), ancestor._wire);
    }

    /// <summary>The name with its letters in lower case, as signatures need it (RFC 4034, section 6.2).</summary>
    public DnsName ToLower() => new([.. _wire.Select(Fold)]);

    /// <summary>DNSSEC's canonical order: by labels from the right (RFC 4034, section 6.1).</summary>
    public int CompareTo(DnsName? other)
    {
        if (other is null)
            return 1;

        var (mine, theirs) = (Labels, other.Labels);
        for (var i = 1; i <= Math.Min(mine.Count, theirs.Count); i++)
        {
            var order = string.Compare(mine[^i], theirs[^i], StringComparison.OrdinalIgnoreCase);
            if (order != 0)
                return order;
        }

        return mine.Count.CompareTo(theirs.Count);
    }

    public bool Equals(DnsName? other) => other is not null && SameFolded(_wire, other._wire);

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var octet in _wire)
            hash.Add(Fold(octet));
        return hash.ToHashCode();
    }

    /// <summary>The name without its final dot; the root is <c>.</c>.</summary>
    public override string ToString() => IsRoot ? "." : string.Join('.', Labels);

    /// <summary>Not <see cref="System.Text.Ascii"/>, which takes no octet above 127. Length octets are at most 63, below the letters: they stay.</summary>
    private static byte Fold(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;

    private static bool SameFolded(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (Fold(left[i]) != Fold(right[i]))
                return false;
        }

        return true;
    }

    /// <summary>Takes a name that has been checked to be well formed.</summary>
    internal static DnsName FromWire(ReadOnlySpan<byte> wire) => wire.Length == 1 ? Root : new DnsName(wire.ToArray());
}
