namespace JupyterHub.Pipeline.Dns;

public sealed partial record DnsMessage
{
    /// <summary>Writes the message.</summary>
    /// <exception cref="DnsFormatException">It does not fit into 65535 octets.</exception>
    public byte[] ToWire()
    {
        var writer = new WireWriter();
        writer.Number16(Id);
        writer.Number16(Flags());
        writer.Number16((ushort)Questions.Count);
        writer.Number16((ushort)Answers.Count);
        writer.Number16((ushort)Authorities.Count);
        writer.Number16((ushort)(Additionals.Count + (Edns is null ? 0 : 1)));

        foreach (var question in Questions)
        {
            writer.CompressedName(question.Name);
            writer.Number16((ushort)question.Type);
            writer.Number16((ushort)question.Class);
        }

        foreach (var section in (ReadOnlySpan<IReadOnlyList<DnsRecord>>)[Answers, Authorities, Additionals])
        {
            foreach (var record in section)
                Write(writer, record);
        }

        if (Edns is not null)
            WriteOpt(writer, Edns);
        return writer.ToArray();
    }

    /// <summary>
    /// Writes the message so that it fits into a UDP message of the given size, leaving out answers and saying so (TC) when it does not
    /// (RFC 2181, section 9).
    /// </summary>
    /// <param name="reserve">Octets to leave for a signature.</param>
    public byte[] ToWire(int maximum, int reserve)
    {
        var whole = ToWire();
        return whole.Length + reserve <= maximum
            ? whole
            : (this with { Truncated = true, Answers = [], Authorities = [], Additionals = [] }).ToWire();
    }

    internal static void Write(WireWriter writer, DnsRecord record)
    {
        writer.CompressedName(record.Name);
        writer.Number16((ushort)record.Type);
        writer.Number16((ushort)record.Class);
        writer.Number32(record.Ttl);
        writer.LengthPrefixed(record.Data.Write);
    }

    private void WriteOpt(WireWriter writer, Edns edns)
    {
        writer.Name(DnsName.Root);
        writer.Number16((ushort)RecordType.OPT);
        writer.Number16(edns.UdpPayloadSize);
        writer.Number32((uint)((ushort)Code >> 4) << 24 | (uint)edns.Version << 16 | (edns.DnssecOk ? 0x8000u : 0));
        writer.Number16(0);
    }

    private ushort Flags() => (ushort)(
        (IsResponse ? 0x8000 : 0)
        | ((int)Operation << 11)
        | (Authoritative ? 0x0400 : 0)
        | (Truncated ? 0x0200 : 0)
        | (RecursionDesired ? 0x0100 : 0)
        | (RecursionAvailable ? 0x0080 : 0)
        | ((int)Code & 0xF));
}
