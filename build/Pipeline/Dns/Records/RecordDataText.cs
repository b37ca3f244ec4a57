using System.Globalization;
using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Reads values as they are written in zone files (RFC 1035, section 5; RFC 3597, section 5).</summary>
internal static class RecordDataText
{
    public static RecordData Parse(RecordType type, string text, DnsName origin)
    {
        try
        {
            // One TXT value without quotes is one text, spaces included: what people mean by it in a YAML file.
            if (type == RecordType.TXT && !text.StartsWith('"'))
                return TextData.Of(CheckOctets(text));

            return Parse(type, Words(text), origin);
        }
        catch (FormatException error)
        {
            throw new ProblemException(
                new Problem(DnsProblems.RecordDataInvalid, $"'{text}' is not a value of a {type.ToText()} record") { Cause = error.Message });
        }
    }

    private static RecordData Parse(RecordType type, string[] words, DnsName origin) => (type, words) switch
    {
        (_, ["\\#", var length, .. var hex]) => Raw(type, length, string.Concat(hex)),
        (RecordType.A, [var address]) => Address(address, AddressFamily.InterNetwork),
        (RecordType.AAAA, [var address]) => Address(address, AddressFamily.InterNetworkV6),
        (RecordType.CNAME or RecordType.NS or RecordType.PTR, [var name]) => new NameData(type, Name(name, origin)),
        (RecordType.TXT, { Length: > 0 }) => new TextData([.. words.Select(CheckLength)]),
        (RecordType.MX, [var preference, var name]) => new MxData(Number16(preference), Name(name, origin)),
        (RecordType.SRV, [var priority, var weight, var port, var name])
            => new SrvData(Number16(priority), Number16(weight), Number16(port), Name(name, origin)),
        (RecordType.CAA, [var flags, var tag, var value]) => new CaaData(Number8(flags), CheckLength(tag), value),
        (RecordType.SOA, [var server, var mailbox, var serial, var refresh, var retry, var expire, var minimum])
            => new SoaData(
                Name(server, origin), Name(mailbox, origin), Number32(serial), Number32(refresh), Number32(retry), Number32(expire), Number32(minimum)),
        _ => throw new FormatException($"expected {Shape(type)}"),
    };

    private static string Shape(RecordType type) => type switch
    {
        RecordType.A => "one IPv4 address, like 192.0.2.1",
        RecordType.AAAA => "one IPv6 address, like 2001:db8::1",
        RecordType.CNAME or RecordType.NS or RecordType.PTR => "one name",
        RecordType.TXT => "a text, or quoted strings",
        RecordType.MX => "a preference and a name, like 10 mail",
        RecordType.SRV => "priority, weight, port and name, like 0 5 5060 sip",
        RecordType.CAA => "flags, tag and value, like 0 issue \"ca.example.net\"",
        RecordType.SOA => "server, mailbox, serial, refresh, retry, expire and minimum",
        _ => "\\#, the number of octets, and the octets in hexadecimal",
    };

    private static AddressData Address(string text, AddressFamily family)
    {
        // IPAddress also reads 10.1 and 0x0A000001, which nobody means in a zone.
        if (IPAddress.TryParse(text, out var address) && address.AddressFamily == family
            && (family == AddressFamily.InterNetworkV6 ? address.ScopeId == 0 && !text.StartsWith('[') : address.ToString() == text))
            return new AddressData(address);

        throw new FormatException($"'{text}' is no IPv{(family == AddressFamily.InterNetwork ? 4 : 6)} address");
    }

    /// <summary>One label is below the origin. More are a full name: unlike in a zone file, a forgotten final dot must not double the zone.</summary>
    private static DnsName Name(string text, DnsName origin)
    {
        if (text == "@")
            return origin;
        if (!DnsNameText.TryParse(text, out var name, out var reason))
            throw new FormatException($"'{text}' is no name: {reason}");
        return text.EndsWith('.') || !name.Parent.IsRoot ? name : name.Below(origin);
    }

    private static RawData Raw(RecordType type, string length, string hex)
    {
        var octets = Convert.FromHexString(hex);
        if (Number16(length) != octets.Length)
            throw new FormatException($"{length} octets announced, {octets.Length} given");
        return new RawData(type, octets);
    }

    private static string CheckLength(string text) => text.Length <= TextData.MaxLength
        ? text
        : throw new FormatException($"a string has at most {TextData.MaxLength} octets, one has {text.Length}");

    private static string CheckOctets(string text) => text.All(character => character <= 0xFF)
        ? text
        : throw new FormatException("a text has octets, write others as \\DDD within quotes");

    private static byte Number8(string text) => (byte)Number(text, byte.MaxValue);

    private static ushort Number16(string text) => (ushort)Number(text, ushort.MaxValue);

    private static uint Number32(string text) => Number(text, uint.MaxValue);

    private static uint Number(string text, uint maximum)
        => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= maximum
            ? number
            : throw new FormatException($"'{text}' is no number from 0 to {maximum}");

    /// <summary>Words, and quoted strings with their escapes resolved. Outside quotes a backslash stays for names to read.</summary>
    private static string[] Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is ' ' or '\t')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                words.Add(QuotedString(text, ref i));
            }
            else
            {
                var end = text.AsSpan(i).IndexOfAny(' ', '\t') is var length and >= 0 ? i + length : text.Length;
                words.Add(text[i..end]);
                i = end;
            }
        }

        return [.. words];
    }

    private static string QuotedString(string text, ref int index)
    {
        var value = new List<char>();
        for (index++; index < text.Length; index++)
        {
            if (text[index] == '"')
            {
                index++;
                return new string([.. value]);
            }

            if (text[index] != '\\')
            {
                value.Add(text[index]);
                continue;
            }

            if (!DnsNameText.TryOctet(text, ref index, out var octet, out var reason))
                throw new FormatException(reason);
            value.Add((char)octet);
        }

        throw new FormatException("a quote is not closed");
    }
}
