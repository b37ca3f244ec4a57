namespace JupyterHub.Pipeline.Dns;

/// <summary>The signature at the end of a message (RFC 8945, section 4.2).</summary>
public sealed record TsigRecord
{
    private const int AdditionalCountOffset = 10;

    public required DnsName KeyName { get; init; }

    public required DnsName Algorithm { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required ulong TimeSigned { get; init; }

    /// <summary>By how many seconds the clocks may differ.</summary>
    public required ushort Fudge { get; init; }

    public required ReadOnlyMemory<byte> Mac { get; init; }

    /// <summary>The message's id when it was signed; forwarders change the id of the header.</summary>
    public required ushort OriginalId { get; init; }

    public TsigError Error { get; init; }

    /// <summary>With <see cref="TsigError.BadTime"/>, the server's clock.</summary>
    public ReadOnlyMemory<byte> Other { get; init; }

    /// <summary>Where in the message the record begins.</summary>
    internal int Offset { get; init; }

    /// <summary>The server's clock in seconds since 1970, as an answer with <see cref="TsigError.BadTime"/> tells it.</summary>
    public ulong? ServerTime
    {
        get
        {
            if (Error != TsigError.BadTime || Other.Length != 6)
                return null;
            var reader = new WireReader(Other.Span);
            return reader.Number48();
        }
    }

    internal static TsigRecord Read(ref WireReader reader, DnsName name, RecordClass recordClass, uint ttl, int length, int offset)
    {
        if (recordClass != RecordClass.Any || ttl != 0)
            throw new DnsFormatException("a TSIG record that is not of class ANY with a TTL of 0");

        var end = reader.Position + length;
        var record = new TsigRecord
        {
            KeyName = name,
            Algorithm = reader.Name(),
            TimeSigned = reader.Number48(),
            Fudge = reader.Number16(),
            Mac = reader.Take(reader.Number16()).ToArray(),
            OriginalId = reader.Number16(),
            Error = (TsigError)reader.Number16(),
            Other = reader.Take(reader.Number16()).ToArray(),
            Offset = offset,
        };
        return reader.Position == end ? record : throw new DnsFormatException("a TSIG record of another length than it says");
    }

    /// <summary>The message with this record at its end.</summary>
    internal byte[] AppendTo(byte[] message)
    {
        var writer = new WireWriter();
        writer.Octets(message);
        writer.Number16At(AdditionalCountOffset, (ushort)(AdditionalCount(message) + 1));
        writer.Name(KeyName);
        writer.Number16((ushort)RecordType.TSIG);
        writer.Number16((ushort)RecordClass.Any);
        writer.Number32(0);
        writer.LengthPrefixed(data =>
        {
            data.Name(Algorithm);
            data.Number48(TimeSigned);
            data.Number16(Fudge);
            data.Number16((ushort)Mac.Length);
            data.Octets(Mac.Span);
            data.Number16(OriginalId);
            data.Number16((ushort)Error);
            data.Number16((ushort)Other.Length);
            data.Octets(Other.Span);
        });
        return writer.ToArray();
    }

    /// <summary>The message as it was before this record was put to its end (RFC 8945, section 5.2).</summary>
    internal byte[] RemoveFrom(ReadOnlySpan<byte> message)
    {
        var writer = new WireWriter();
        writer.Octets(message[..Offset]);
        writer.Number16At(0, OriginalId);
        writer.Number16At(AdditionalCountOffset, (ushort)(AdditionalCount(message) - 1));
        return writer.ToArray();
    }

    private static int AdditionalCount(ReadOnlySpan<byte> message)
        => (message[AdditionalCountOffset] << 8) | message[AdditionalCountOffset + 1];
}
