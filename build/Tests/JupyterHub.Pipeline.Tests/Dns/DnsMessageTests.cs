using System.Net;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Tests.Dns;

public sealed class DnsMessageTests
{
    private static readonly DnsName Www = DnsName.Parse("www.example.org");

    [Fact]
    public void A_query_has_the_octets_of_RFC_1035()
    {
        var query = new DnsMessage { Id = 0x1234, RecursionDesired = true, Questions = [new DnsQuestion(Www, RecordType.A)] };
        Convert.ToHexString(query.ToWire()).ShouldBe(
            "1234" + "0100" + "0001" + "0000" + "0000" + "0000" + "03777777" + "076578616D706C65" + "036F7267" + "00" + "0001" + "0001");
    }

    [Fact]
    public void The_compressed_names_of_RFC_1035_section_4_1_4_are_read()
    {
        // The RFC's four names: F.ISI.ARPA (here at offset 12), FOO and a pointer to it, a pointer to its ARPA (offset 18), the root.
        const string rest = "FF00" + "0001" + "00000000" + "0000";
        var message = Convert.FromHexString(
            "000084000000000400000000"
            + "0146" + "03495349" + "0441525041" + "00" + rest
            + "03464F4F" + "C00C" + rest
            + "C012" + rest
            + "00" + rest);

        DnsMessage.Read(message).Answers.Select(record => record.Name.ToString()).ShouldBe(["F.ISI.ARPA", "FOO.F.ISI.ARPA", "ARPA", "."]);
    }

    [Fact]
    public void Every_type_survives_writing_and_reading()
    {
        string[] lines =
        [
            "A 192.0.2.1", "AAAA 2001:db8::1", "CNAME a.example.org.", "NS ns.example.org.", "PTR b.example.net.", "TXT \"one\" \"\" \"two\"",
            "MX 10 mail.example.org.", "SRV 1 2 3 sip.example.org.", "CAA 128 issue \"ca.example.net; x=1\"",
            "SOA ns.example.org. hostmaster.example.org. 1 2 3 4 5", "TYPE65280 \\# 4 DEADBEEF", "TYPE65281 \\# 0",
        ];
        var records = lines.Select(line =>
        {
            var parts = line.Split(' ', 2);
            RecordTypes.TryParse(parts[0], out var type).ShouldBeTrue();
            return new DnsRecord(Www, 300, RecordData.Parse(type, parts[1], DnsName.Root));
        }).ToList();
        var message = new DnsMessage
        {
            Id = 7,
            IsResponse = true,
            Authoritative = true,
            RecursionAvailable = true,
            Code = ResponseCode.NXDomain,
            Questions = [new DnsQuestion(Www, RecordType.ANY)],
            Answers = records,
            Authorities = records[..2],
            Additionals = records[2..4],
            Edns = new Edns(4096) { DnssecOk = true },
        };

        var read = DnsMessage.Read(message.ToWire());

        read.Answers.ShouldBe(records);
        read.Answers.Select(record => $"{record.Type.ToText()} {record.Data}").ShouldBe(lines);
        read.Authorities.ShouldBe(records[..2]);
        read.Additionals.ShouldBe(records[2..4]);
        read.Questions.ShouldBe(message.Questions);
        (read.Id, read.IsResponse, read.Authoritative, read.RecursionAvailable, read.RecursionDesired, read.Truncated, read.Code, read.Edns)
            .ShouldBe((message.Id, true, true, true, false, false, ResponseCode.NXDomain, message.Edns));
    }

    [Fact]
    public void Names_of_RFC_1035_types_are_compressed_and_those_of_newer_types_are_not()
    {
        var shared = DnsName.Parse("target.example.org");
        var compressed = Wire(new NameData(RecordType.CNAME, shared));
        var full = Wire(new SrvData(0, 0, 0, shared));
        // "example.org" and the root are 13 octets, a pointer 2; priority, weight and port are 6.
        full.Length.ShouldBe(compressed.Length + 6 + 13 - 2);

        static byte[] Wire(RecordData data) => new DnsMessage { Answers = [new DnsRecord(Www, 1, data)] }.ToWire();
    }

    [Fact]
    public void A_response_code_beyond_15_needs_EDNS()
    {
        var message = new DnsMessage { IsResponse = true, Code = ResponseCode.BadVers, Edns = new Edns() };
        DnsMessage.Read(message.ToWire()).Code.ShouldBe(ResponseCode.BadVers);
    }

    [Fact]
    public void A_message_too_long_for_UDP_is_truncated_and_says_so()
    {
        var message = new DnsMessage
        {
            IsResponse = true,
            Questions = [new DnsQuestion(Www, RecordType.A)],
            Answers = [.. Enumerable.Range(0, 100).Select(i => new DnsRecord(Www, 1, new AddressData(new IPAddress([10, 0, 0, (byte)i]))))],
        };

        var read = DnsMessage.Read(message.ToWire(512, reserve: 0));

        read.Truncated.ShouldBeTrue();
        read.Answers.ShouldBeEmpty();
        read.Questions.ShouldBe(message.Questions);
        DnsMessage.Read(message.ToWire(4096, reserve: 0)).Answers.Count.ShouldBe(100);
    }

    [Fact]
    public void A_message_beyond_65535_octets_is_refused()
    {
        var record = new DnsRecord(Www, 1, TextData.Of(new string('x', 2000)));
        Should.Throw<DnsFormatException>(() => new DnsMessage { Answers = [.. Enumerable.Repeat(record, 40)] }.ToWire());
    }

    [Fact]
    public void An_update_has_the_sections_of_RFC_2136()
    {
        var zone = DnsName.Parse("example.org");
        var address = new AddressData(IPAddress.Parse("192.0.2.1"));
        var update = new DnsUpdate(zone).RequireNoSet(Www, RecordType.CNAME).RequireName(zone).RequireExactly(Www, [address])
            .DeleteSet(Www, RecordType.A).Delete(Www, address).DeleteName(Www).Add(Www, TimeSpan.FromMinutes(5), address);

        var read = DnsMessage.Read(update.ToMessage().ToWire());

        read.Operation.ShouldBe(OperationCode.Update);
        read.Questions.ShouldBe([new DnsQuestion(zone, RecordType.SOA)]);
        read.Answers.Select(Section).ShouldBe(["None CNAME 0 0", "Any ANY 0 0", "Internet A 0 4"]);
        read.Authorities.Select(Section).ShouldBe(["Any A 0 0", "None A 0 4", "Any ANY 0 0", "Internet A 300 4"]);

        static string Section(DnsRecord record)
            => $"{record.Class} {record.Type.ToText()} {record.Ttl} {(record.Data is RawData raw ? raw.Octets.Length : 4)}";
    }

    [Fact]
    public void The_TXT_octets_are_kept_whatever_they_are()
    {
        var every = new string([.. Enumerable.Range(0, 255).Select(value => (char)(value + 1))]);
        var message = new DnsMessage { Answers = [new DnsRecord(Www, 0, new TextData(every))] };
        DnsMessage.Read(message.ToWire()).Answers[0].Data.ShouldBeOfType<TextData>().Value.ShouldBe(every);
    }
}
