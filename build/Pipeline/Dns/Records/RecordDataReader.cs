using System.Net;
using System.Text;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Reads the data of a record.</summary>
internal static class RecordDataReader
{
    /// <summary>Reads <paramref name="length"/> octets as a value of the type, and fails when the value is shorter or longer.</summary>
    public static RecordData Read(ref WireReader reader, RecordType type, RecordClass recordClass, int length)
    {
        if (length > reader.Remaining)
            throw new DnsFormatException($"a {type.ToText()} record says {length} octets at offset {reader.Position}, {reader.Remaining} are there");

        // Updates name an RRset by an empty value of class ANY or NONE (RFC 2136, section 2.4).
        if (length == 0 && recordClass is RecordClass.Any or RecordClass.None)
            return new RawData(type);

        var messageEnd = reader.End;
        reader.End = reader.Position + length;
        var data = ReadWhole(ref reader, type);
        if (reader.Remaining != 0)
            throw new DnsFormatException($"a {type.ToText()} record has {reader.Remaining} octets too many");
        reader.End = messageEnd;
        return data;
    }

    private static RecordData ReadWhole(ref WireReader reader, RecordType type) => type switch
    {
        RecordType.A => new AddressData(new IPAddress(reader.Take(4))),
        RecordType.AAAA => new AddressData(new IPAddress(reader.Take(16))),
        RecordType.CNAME or RecordType.NS or RecordType.PTR => new NameData(type, reader.Name()),
        RecordType.TXT => ReadText(ref reader),
        RecordType.SOA => new SoaData(
            reader.Name(), reader.Name(), reader.Number32(), reader.Number32(), reader.Number32(), reader.Number32(), reader.Number32()),
        RecordType.MX => new MxData(reader.Number16(), reader.Name()),
        RecordType.SRV => new SrvData(reader.Number16(), reader.Number16(), reader.Number16(), reader.Name()),
        RecordType.CAA => new CaaData(reader.Octet(), Latin1(reader.CharacterString()), Latin1(reader.Take(reader.Remaining))),
        _ => new RawData(type, reader.Take(reader.Remaining).ToArray()),
    };

    private static TextData ReadText(ref WireReader reader)
    {
        var strings = new List<string>();
        do
            strings.Add(Latin1(reader.CharacterString()));
        while (reader.Remaining > 0);
        return new TextData(strings);
    }

    private static string Latin1(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
