using System.Buffers.Binary;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Reads the primitive parts of a message, and refuses to read past its end or past the record at hand.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;

    public int Position { get; private set; }

    /// <summary>Where the message, or the record's data while that is read, ends.</summary>
    public int End { get; set; } = message.Length;

    public readonly int Remaining => End - Position;

    public byte Octet() => Take(1)[0];

    public ushort Number16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Number32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    /// <summary>The 48-bit time of a TSIG record.</summary>
    public ulong Number48() => ((ulong)Number16() << 32) | Number32();

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining)
            throw new DnsFormatException($"{count} octets expected at offset {Position}, {Remaining} are there");

        var taken = _message.Slice(Position, count);
        Position += count;
        return taken;
    }

    /// <summary>One length octet and as many octets (RFC 1035, section 3.3).</summary>
    public ReadOnlySpan<byte> CharacterString() => Take(Octet());

    /// <summary>
    /// A name, possibly compressed (RFC 1035, section 4.1.4). A pointer must lead to before everything read of this name
    /// so far: "a prior occurrence" by the RFC's words, and what makes loops impossible.
    /// </summary>
    public DnsName Name()
    {
        Span<byte> name = stackalloc byte[DnsName.MaxLength];
        var length = 0;
        var at = Position;
        var earliest = Position;
        var resume = -1;

        while (true)
        {
            var limit = resume < 0 ? End : _message.Length;
            if (at >= limit)
                throw new DnsFormatException($"the name at offset {Position} runs past the end");

            var octet = _message[at];
            if (octet >= 0xC0)
            {
                if (at + 1 >= limit)
                    throw new DnsFormatException($"the name at offset {Position} ends within a pointer");

                var target = ((octet & 0x3F) << 8) | _message[at + 1];
                if (target >= earliest)
                    throw new DnsFormatException($"the name at offset {Position} has a pointer to offset {target}, which is not before it");

                if (resume < 0)
                    resume = at + 2;
                at = earliest = target;
                continue;
            }

            if (octet > DnsName.MaxLabelLength)
                throw new DnsFormatException($"the name at offset {Position} has a label of unknown kind 0x{octet:X2}");
            if (at + 1 + octet > limit)
                throw new DnsFormatException($"the name at offset {Position} has a label that runs past the end");
            if (length + 1 + octet > name.Length)
                throw new DnsFormatException($"the name at offset {Position} is longer than {DnsName.MaxLength} octets");

            _message.Slice(at, 1 + octet).CopyTo(name[length..]);
            length += 1 + octet;
            at += 1 + octet;
            if (octet == 0)
                break;
        }

        Position = resume < 0 ? at : resume;
        return DnsName.FromWire(name[..length]);
    }
}
