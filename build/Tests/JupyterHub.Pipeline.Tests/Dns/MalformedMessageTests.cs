using System.Net;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Tests.Dns;

public sealed class MalformedMessageTests
{
    private const string OneAnswer = "000080000000000100000000";
    private const string RestOfA = "0001" + "0001" + "00000000" + "0004" + "C0000201";

    [Theory]
    [InlineData("a pointer to itself", OneAnswer + "C00C" + RestOfA)]
    [InlineData("a pointer ahead", OneAnswer + "C010" + RestOfA)]
    [InlineData("a label and a pointer to it", OneAnswer + "0161C00C" + RestOfA)]
    [InlineData("a pointer beyond the end", OneAnswer + "FFFF" + RestOfA)]
    [InlineData("half a pointer", OneAnswer + "C0")]
    [InlineData("a label of an unknown kind", OneAnswer + "41616100" + RestOfA)]
    [InlineData("a label past the end", OneAnswer + "3F61")]
    [InlineData("an A record of three octets", OneAnswer + "00" + "0001" + "0001" + "00000000" + "0003" + "C00002")]
    [InlineData("an A record of five octets", OneAnswer + "00" + "0001" + "0001" + "00000000" + "0005" + "C000020100")]
    [InlineData("a record longer than the message", OneAnswer + "00" + "0001" + "0001" + "00000000" + "0004" + "C000")]
    [InlineData("a name that leaves its record", OneAnswer + "00" + "0005" + "0001" + "00000000" + "0002" + "036162630000")]
    [InlineData("a TXT record without a string", OneAnswer + "00" + "0010" + "0001" + "00000000" + "0000")]
    [InlineData("a string that leaves its record", OneAnswer + "00" + "0010" + "0001" + "00000000" + "0002" + "0561")]
    [InlineData("more records announced than there are", "000080000000FFFF00000000")]
    [InlineData("octets after the message", "00008000000000000000000000")]
    [InlineData("half a header", "0000800000")]
    [InlineData("nothing", "")]
    [InlineData("an OPT record among the answers", OneAnswer + "00" + "0029" + "1000" + "00000000" + "0000")]
    [InlineData("two OPT records", "000080000000000000000002" + "00002910000000000000" + "00" + "00002910000000000000" + "00")]
    [InlineData("a TSIG record of class IN", "000080000000000000000001" + "00" + "00FA" + "0001" + "00000000" + "0000")]
    [InlineData("a TSIG record that is not the last", "000080000000000000000002" + "00" + "00FA" + "00FF" + "00000000" + "0000")]
    [InlineData(
        "a TSIG record of another length than it says",
        "000080000000000000000001" + "00" + "00FA" + "00FF" + "00000000" + "0010" + "00" + "000000000000" + "012C" + "0000" + "0000" + "0000" + "0000")]
    public void Octets_that_are_no_message_are_refused(string what, string hex)
    {
        var error = Should.Throw<DnsFormatException>(() => DnsMessage.Read(Convert.FromHexString(hex)), what);
        error.Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_name_that_pointers_make_longer_than_255_octets_is_refused()
    {
        // The first name has 249 octets; each further one puts a label of four octets before the one before it.
        var message = new List<byte>(Convert.FromHexString("000080000000000400000000"));
        var target = message.Count;
        for (var i = 0; i < 4; i++)
        {
            var start = message.Count;
            if (i == 0)
            {
                foreach (var length in (int[])[63, 63, 63, 55])
                    message.AddRange([(byte)length, .. Enumerable.Repeat((byte)'a', length)]);
                message.Add(0);
            }
            else
            {
                message.AddRange([3, (byte)'a', (byte)'a', (byte)'a', (byte)(0xC0 | target >> 8), (byte)target]);
            }

            target = start;
            message.AddRange(Convert.FromHexString("FF000001000000000000"));
        }

        Should.Throw<DnsFormatException>(() => DnsMessage.Read([.. message])).Message.ShouldContain("longer than 255");
    }

    [Fact]
    public void Every_cut_of_a_message_is_refused_rather_than_misread()
    {
        var whole = Sample();
        for (var length = 0; length < whole.Length; length++)
            Should.Throw<DnsFormatException>(() => DnsMessage.Read(whole.AsSpan(0, length)));
        DnsMessage.Read(whole).Answers.Count.ShouldBe(5);
    }

    [Fact]
    public void Damaged_messages_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20260101);
        var whole = Sample();
        var (read, refused) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = whole.ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                var message = DnsMessage.Read(damaged);
                // What was read can be printed, written and read again.
                message.Answers.Select(record => record.ToString()).ShouldAllBe(line => line.Length > 0);
                DnsMessage.Read(message.ToWire()).Answers.ShouldBe(message.Answers);
                read++;
            }
            catch (DnsFormatException)
            {
                refused++;
            }
        }

        read.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Random_octets_never_do_worse_than_being_refused()
    {
        var random = new Random(42);
        for (var i = 0; i < 20_000; i++)
        {
            var octets = new byte[random.Next(200)];
            random.NextBytes(octets);
            // Mostly pointers and short labels: what loops are made of.
            for (var at = 12; at < octets.Length; at++)
                octets[at] = random.Next(3) == 0 ? (byte)0xC0 : (byte)random.Next(24);
            if (Record.Exception(() => DnsMessage.Read(octets)) is { } error)
                error.ShouldBeOfType<DnsFormatException>();
        }
    }

    private static byte[] Sample()
    {
        var name = DnsName.Parse("www.example.org");
        var message = new DnsMessage
        {
            IsResponse = true,
            Questions = [new DnsQuestion(name, RecordType.A)],
            Answers =
            [
                new DnsRecord(name, 1, new AddressData(IPAddress.Loopback)),
                new DnsRecord(name, 1, new NameData(RecordType.NS, DnsName.Parse("ns.example.org"))),
                new DnsRecord(name, 1, TextData.Of("text")),
                new DnsRecord(name, 1, new SoaData(name, name, 1, 2, 3, 4, 5)),
                new DnsRecord(name, 1, new SrvData(1, 2, 3, name)),
            ],
            Edns = new Edns(),
        };
        TsigExchange.SignRequest(message.ToWire(), TsigKey.Parse("key", "hmac-sha256", "c2VjcmV0"), DateTimeOffset.UnixEpoch, out var signed);
        return signed;
    }
}
