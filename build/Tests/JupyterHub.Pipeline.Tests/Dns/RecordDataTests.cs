using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Dns;

public sealed class RecordDataTests
{
    private static readonly DnsName Zone = DnsName.Parse("example.org");

    [Theory]
    [InlineData(RecordType.A, "192.0.2.1", "192.0.2.1")]
    [InlineData(RecordType.AAAA, "2001:DB8::1", "2001:db8::1")]
    [InlineData(RecordType.CNAME, "www", "www.example.org.")]
    [InlineData(RecordType.CNAME, "www.example.org", "www.example.org.")]
    [InlineData(RecordType.CNAME, "www.example.net", "www.example.net.")]
    [InlineData(RecordType.CNAME, "@", "example.org.")]
    [InlineData(RecordType.NS, "ns.", "ns.")]
    [InlineData(RecordType.TXT, "v=spf1 -all", "\"v=spf1 -all\"")]
    [InlineData(RecordType.TXT, "\"two\" \"strings\"", "\"two\" \"strings\"")]
    [InlineData(RecordType.TXT, "\"a\\\"b\\032\\195\"", "\"a\\\"b \\195\"")]
    [InlineData(RecordType.MX, "10 mail", "10 mail.example.org.")]
    [InlineData(RecordType.SRV, "0 5 5060 sip", "0 5 5060 sip.example.org.")]
    [InlineData(RecordType.CAA, "0 issue \"ca.example.net\"", "0 issue \"ca.example.net\"")]
    [InlineData(RecordType.SOA, "ns hostmaster 1 2 3 4 5", "ns.example.org. hostmaster.example.org. 1 2 3 4 5")]
    [InlineData((RecordType)65280, "\\# 3 0a0B 0c", "\\# 3 0A0B0C")]
    public void A_value_is_read_as_zone_files_have_it(RecordType type, string text, string expected)
    {
        var data = RecordData.Parse(type, text, Zone);
        data.Type.ShouldBe(type);
        data.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(RecordType.A, "10.1", "no IPv4 address")]
    [InlineData(RecordType.A, "2001:db8::1", "no IPv4 address")]
    [InlineData(RecordType.A, "192.0.2.1 192.0.2.2", "one IPv4 address")]
    [InlineData(RecordType.AAAA, "192.0.2.1", "no IPv6 address")]
    [InlineData(RecordType.AAAA, "fe80::1%1", "no IPv6 address")]
    [InlineData(RecordType.CNAME, "a..b", "a label is empty")]
    [InlineData(RecordType.MX, "mail", "a preference and a name")]
    [InlineData(RecordType.MX, "65536 mail", "0 to 65535")]
    [InlineData(RecordType.SRV, "0 -1 1 sip", "0 to 65535")]
    [InlineData(RecordType.TXT, "\"open", "not closed")]
    [InlineData((RecordType)65280, "\\# 2 0a", "2 octets announced")]
    [InlineData((RecordType)65280, "text", "hexadecimal")]
    public void What_is_no_value_is_refused_with_what_is_expected(RecordType type, string text, string reason)
    {
        var problem = Should.Throw<ProblemException>(() => RecordData.Parse(type, text, Zone)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DnsProblems.RecordDataInvalid);
        problem.Cause.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void A_long_text_becomes_several_strings()
    {
        var data = RecordData.Parse(RecordType.TXT, new string('x', 600), Zone).ShouldBeOfType<TextData>();
        data.Strings.Select(text => text.Length).ShouldBe([255, 255, 90]);
        data.Value.Length.ShouldBe(600);
    }

    [Theory]
    [InlineData("A", RecordType.A)]
    [InlineData("cname", RecordType.CNAME)]
    [InlineData("TYPE257", RecordType.CAA)]
    [InlineData("type65280", (RecordType)65280)]
    public void Types_are_read_by_name_or_number(string text, RecordType expected)
    {
        RecordTypes.TryParse(text, out var type).ShouldBeTrue();
        type.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("AA")]
    [InlineData("TYPE65536")]
    public void What_is_no_type_is_not_read(string text) => RecordTypes.TryParse(text, out _).ShouldBeFalse();
}
