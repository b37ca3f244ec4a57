namespace JupyterHub.Pipeline.Dns;

public sealed partial record DnsMessage
{
    /// <summary>Octets of the header.</summary>
    internal const int HeaderLength = 12;

    /// <summary>Reads a message. A signature is read but not verified.</summary>
    /// <exception cref="DnsFormatException">The octets are no DNS message.</exception>
    public static DnsMessage Read(ReadOnlySpan<byte> octets)
    {
        var reader = new WireReader(octets);
        var id = reader.Number16();
        var flags = reader.Number16();
        var (questions, answers, authorities, additionals)
            = (reader.Number16(), reader.Number16(), reader.Number16(), reader.Number16());

        var message = new DnsMessage
        {
            Id = id,
            IsResponse = (flags & 0x8000) != 0,
            Operation = (OperationCode)((flags >> 11) & 0xF),
            Authoritative = (flags & 0x0400) != 0,
            Truncated = (flags & 0x0200) != 0,
            RecursionDesired = (flags & 0x0100) != 0,
            RecursionAvailable = (flags & 0x0080) != 0,
            Code = (ResponseCode)(flags & 0xF),
            Questions = ReadQuestions(ref reader, questions),
        };

        var envelope = new Envelope();
        message = message with
        {
            Answers = ReadRecords(ref reader, answers, envelope: null),
            Authorities = ReadRecords(ref reader, authorities, envelope: null),
            Additionals = ReadRecords(ref reader, additionals, envelope),
        };

        if (reader.Remaining != 0)
            throw new DnsFormatException($"{reader.Remaining} octets follow the message");

        return message with
        {
            Edns = envelope.Edns,
            Tsig = envelope.Tsig,
            Code = (ResponseCode)((ushort)message.Code | envelope.ExtendedCode << 4),
        };
    }

    private static List<DnsQuestion> ReadQuestions(ref WireReader reader, int count)
    {
        // The counts are the sender's claim: no memory is set aside for them.
        var questions = new List<DnsQuestion>();
        for (var i = 0; i < count; i++)
            questions.Add(new DnsQuestion(reader.Name(), (RecordType)reader.Number16(), (RecordClass)reader.Number16()));
        return questions;
    }

    private static List<DnsRecord> ReadRecords(ref WireReader reader, int count, Envelope? envelope)
    {
        var records = new List<DnsRecord>();
        for (var i = 0; i < count; i++)
        {
            var offset = reader.Position;
            var name = reader.Name();
            var type = (RecordType)reader.Number16();
            var recordClass = (RecordClass)reader.Number16();
            var ttl = reader.Number32();
            var length = reader.Number16();

            if (type is not (RecordType.OPT or RecordType.TSIG))
                records.Add(new DnsRecord(name, ttl, RecordDataReader.Read(ref reader, type, recordClass, length), recordClass));
            else if (envelope is null)
                throw new DnsFormatException($"a {type.ToText()} record outside the additional section");
            else if (type == RecordType.OPT)
                envelope.ReadOpt(ref reader, name, recordClass, ttl, length);
            else if (i != count - 1)
                throw new DnsFormatException("a TSIG record that is not the last record");
            else
                envelope.Tsig = TsigRecord.Read(ref reader, name, recordClass, ttl, length, offset);
        }

        return records;
    }

    /// <summary>What belongs to the message rather than to its data.</summary>
    private sealed class Envelope
    {
        public Edns? Edns { get; private set; }

        public int ExtendedCode { get; private set; }

        public TsigRecord? Tsig { get; set; }

        /// <summary>Class and TTL of an OPT record mean something else (RFC 6891, section 6.1.3). Its options are skipped.</summary>
        public void ReadOpt(ref WireReader reader, DnsName name, RecordClass recordClass, uint ttl, int length)
        {
            if (Edns is not null || !name.IsRoot)
                throw new DnsFormatException("more than one OPT record, or one that is not at the root");

            reader.Take(length);
            ExtendedCode = (int)(ttl >> 24);
            Edns = new Edns((ushort)recordClass) { Version = (byte)(ttl >> 16), DnssecOk = (ttl & 0x8000) != 0 };
        }
    }
}
