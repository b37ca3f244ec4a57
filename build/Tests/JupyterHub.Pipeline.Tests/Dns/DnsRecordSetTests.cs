using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Dns;

public sealed class DnsRecordSetTests
{
    private static readonly DnsName Zone = DnsName.Parse("data.example.org");

    [Theory]
    [InlineData("k8s-api", StaticRecordType.A, "10.0.0.10", "k8s-api.data.example.org", "10.0.0.10 (300 s)")]
    [InlineData("@", StaticRecordType.TXT, "v=spf1 -all", "data.example.org", "\"v=spf1 -all\" (300 s)")]
    [InlineData("quoted", StaticRecordType.TXT, "\"as it stands\"", "quoted.data.example.org", "\"\\\"as it stands\\\"\" (300 s)")]
    [InlineData("umlaut", StaticRecordType.TXT, "\u00fc", "umlaut.data.example.org", "\"\\195\\188\" (300 s)")]
    [InlineData("a.b", StaticRecordType.CNAME, "www.example.net", "a.b.data.example.org", "www.example.net. (300 s)")]
    [InlineData("six", StaticRecordType.AAAA, "2001:db8::1", "six.data.example.org", "2001:db8::1 (300 s)")]
    public void An_environments_record_becomes_a_set_of_the_zone(string label, StaticRecordType type, string value, string name, string values)
    {
        var set = DnsRecordSet.From(new StaticRecord { Name = label, Type = type, Values = [value] }, Zone);
        set.Name.ToString().ShouldBe(name);
        set.Type.ToText().ShouldBe(type.ToString());
        set.ToString().ShouldBe(values);
    }

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        var record = new StaticRecord { Name = "a", Type = StaticRecordType.A, Values = ["2001:db8::1"] };
        Should.Throw<ProblemException>(() => DnsRecordSet.From(record, Zone)).Problems.ShouldHaveSingleItem().Code.ShouldBe(DnsProblems.RecordDataInvalid);
    }

    [Fact]
    public void Sets_are_the_same_whatever_the_order_of_their_values()
    {
        var one = DnsRecordSet.From(new StaticRecord { Name = "a", Type = StaticRecordType.A, Values = ["10.0.0.1", "10.0.0.2"] }, Zone);
        var two = DnsRecordSet.From(new StaticRecord { Name = "a", Type = StaticRecordType.A, Values = ["10.0.0.2", "10.0.0.1"] }, Zone);
        one.SameAs(two).ShouldBeTrue();
        one.SameAs(two with { Ttl = 60 }).ShouldBeFalse();
        one.SameAs(two with { Values = one.Values.Take(1).ToList() }).ShouldBeFalse();
        one.SameAs(null).ShouldBeFalse();
    }
}
