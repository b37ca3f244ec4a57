using System.Buffers.Binary;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Writes the primitive parts of a message, and compresses names that occurred before.</summary>
internal sealed class WireWriter
{
    /// <summary>A pointer has 14 bits (RFC 1035, section 4.1.4).</summary>
    private const int LastPointerTarget = 0x3FFF;

    private readonly Dictionary<DnsName, int> _names = new(SameSpelling.Comparer);
    private byte[] _buffer = new byte[512];

    public int Length { get; private set; }

    public void Octet(byte value) => Reserve(1)[0] = value;

    public void Number16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Reserve(2), value);

    public void Number32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);

    public void Number48(ulong value)
    {
        Number16((ushort)(value >> 32));
        Number32((uint)value);
    }

    public void Octets(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    public void CharacterString(ReadOnlySpan<byte> value)
    {
        Octet(checked((byte)value.Length));
        Octets(value);
    }

    /// <summary>A name in full, as it must be in types newer than RFC 1035 (RFC 3597, section 4).</summary>
    public void Name(DnsName name) => Octets(name.Wire);

    /// <summary>A name whose longest suffix that occurred before becomes a pointer.</summary>
    public void CompressedName(DnsName name)
    {
        for (var rest = name; !rest.IsRoot; rest = rest.Parent)
        {
            if (_names.TryGetValue(rest, out var offset))
            {
                Number16((ushort)(0xC000 | offset));
                return;
            }

            if (Length <= LastPointerTarget)
                _names.Add(rest, Length);
            Octets(rest.Wire[..(1 + rest.Wire[0])]);
        }

        Octet(0);
    }

    /// <summary>Two octets of length, and what <paramref name="content"/> writes.</summary>
    public void LengthPrefixed(Action<WireWriter> content)
    {
        var start = Length;
        Number16(0);
        content(this);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(start), checked((ushort)(Length - start - 2)));
    }

    /// <summary>Overwrites two octets written before.</summary>
    public void Number16At(int offset, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(offset), value);

    public byte[] ToArray() => _buffer.AsSpan(0, Length).ToArray();

    private Span<byte> Reserve(int count)
    {
        if (Length + count > ushort.MaxValue)
            throw new DnsFormatException($"a message has at most {ushort.MaxValue} octets");
        if (Length + count > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));

        var reserved = _buffer.AsSpan(Length, count);
        Length += count;
        return reserved;
    }

    /// <summary>Case is kept (RFC 4343, section 4): a name is not compressed into one that is spelled otherwise.</summary>
    private sealed class SameSpelling : IEqualityComparer<DnsName>
    {
        public static readonly SameSpelling Comparer = new();

        public bool Equals(DnsName? left, DnsName? right) => left is null ? right is null : right is not null && left.Wire.SequenceEqual(right.Wire);

        public int GetHashCode(DnsName name) => name.GetHashCode();
    }
}
