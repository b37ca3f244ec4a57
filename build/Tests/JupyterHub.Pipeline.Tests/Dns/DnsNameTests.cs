using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Dns;

public sealed class DnsNameTests
{
    [Theory]
    [InlineData("www.example.org", "www.example.org")]
    [InlineData("www.example.org.", "www.example.org")]
    [InlineData(".", ".")]
    [InlineData(@"a\.b.example", @"a\.b.example")]
    [InlineData(@"a\\.example", @"a\\.example")]
    [InlineData(@"a\\", @"a\\")]
    [InlineData(@"a\032b.example", @"a\032b.example")]
    [InlineData("_acme-challenge.Example.ORG", "_acme-challenge.Example.ORG")]
    [InlineData("*.example.org", "*.example.org")]
    public void A_name_is_read_and_written(string text, string expected) => DnsName.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("", "a label is empty")]
    [InlineData("..", "a label is empty")]
    [InlineData("a..b", "a label is empty")]
    [InlineData(".a", "a label is empty")]
    [InlineData("a b", "no spaces")]
    [InlineData("münchen.example", "xn--")]
    [InlineData(@"a\", "backslash")]
    [InlineData(@"a\12", "backslash")]
    [InlineData(@"a\256", "backslash")]
    public void What_is_no_name_is_refused_with_the_reason(string text, string reason)
    {
        var problem = Should.Throw<ProblemException>(() => DnsName.Parse(text)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DnsProblems.NameInvalid);
        problem.Cause.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void A_label_has_63_octets_and_a_name_255()
    {
        var label = new string('a', 63);
        var longest = $"{label}.{label}.{label}.{new string('b', 61)}";
        DnsName.Parse(longest).Wire.Length.ShouldBe(255);
        DnsName.TryParse(longest + "b", out _).ShouldBeFalse();
        DnsName.TryParse(label + "a", out _).ShouldBeFalse();
        Should.Throw<ProblemException>(() => DnsName.Parse("c").Below(DnsName.Parse(longest)));
    }

    [Fact]
    public void Names_are_equal_without_regard_to_case()
    {
        DnsName.Parse("WWW.example.org").ShouldBe(DnsName.Parse("www.EXAMPLE.org"));
        DnsName.Parse("WWW.example.org").GetHashCode().ShouldBe(DnsName.Parse("www.EXAMPLE.org").GetHashCode());
        DnsName.Parse("www.example.org").ShouldNotBe(DnsName.Parse("www.example.net"));
        DnsName.Parse(@"a\200B").ShouldBe(DnsName.Parse(@"A\200b"));
    }

    [Theory]
    [InlineData("www.example.org", true)]
    [InlineData("example.org", true)]
    [InlineData("a.b.EXAMPLE.org", true)]
    [InlineData("myexample.org", false)]
    [InlineData("org", false)]
    [InlineData("example.org.net", false)]
    public void A_name_is_below_another_at_whole_labels_only(string name, bool expected)
        => DnsName.Parse(name).IsAtOrBelow(DnsName.Parse("example.org")).ShouldBe(expected);

    [Theory]
    [InlineData("@", "example.org")]
    [InlineData("www", "www.example.org")]
    [InlineData("a.b", "a.b.example.org")]
    [InlineData("www.example.org", "www.example.org")]
    [InlineData("www.example.net.", "www.example.net")]
    public void Names_in_a_zone_may_leave_out_the_zone(string text, string expected)
        => DnsName.Parse(text, DnsName.Parse("example.org")).ToString().ShouldBe(expected);

    [Fact]
    public void Names_are_ordered_from_the_right_as_RFC_4034_has_it()
    {
        string[] ordered = ["example", "a.example", "yljkjljk.a.example", "Z.a.example", "zABC.a.EXAMPLE", "z.example", "*.z.example"];
        ordered.Reverse().Select(DnsName.Parse).Order().Select(name => name.ToString()).ShouldBe(ordered);
    }
}
