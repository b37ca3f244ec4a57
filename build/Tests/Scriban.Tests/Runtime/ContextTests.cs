using System.Globalization;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Tests.Runtime;

public sealed class ContextTests
{
    private sealed record Hub(string HostName, int Replicas, Owner Owner, IReadOnlyList<string> Images, IReadOnlyDictionary<string, string> Labels)
    {
        [ScriptMemberIgnore]
        public string Secret => "secret";
    }

    private sealed record Owner(string FullName);

    private static readonly Hub s_hub = new("hub.example.org", 2, new Owner("Ann"), ["a", "b"], new Dictionary<string, string> { ["app"] = "hub" });

    [Theory]
    [InlineData("host_name", "hub.example.org")]
    [InlineData("replicas + 1", "3")]
    [InlineData("owner.full_name", "Ann")]
    [InlineData("images[1] + images.size", "b2")]
    [InlineData("labels.app + labels['app']", "hubhub")]
    [InlineData("secret", "")]
    [InlineData("for l in labels; l.key + '=' + l.value; end", "app=hub")]
    public void The_members_of_records_are_variables_in_snake_case(string code, string expected) => Rendered.Code(code, s_hub).ShouldBe(expected);

    [Fact]
    public void A_renamer_and_a_filter_decide_what_is_seen() =>
        Template.Parse("{{ HostName }}{{ Replicas }}").Render(s_hub, member => member.Name, member => member.Name == "HostName").ShouldBe("hub.example.org");

    [Theory]
    [InlineData("{{ nope }}", "a.txt(1,4) : error : The variable or function `nope` was not found")]
    [InlineData("a\n  {{ owner.nope }}", "a.txt(2,12) : error : Cannot get member with name nope.")]
    [InlineData("{{ $nope }}", "a.txt(1,4) : error : The variable or function `$nope` was not found")]
    [InlineData("{{ images[7] }}", "a.txt(1,11) : error : The index 7 is out of bounds [0, 2] on the `images` with the indexer: 7")]
    [InlineData("{{ for i in nope; end }}", "a.txt(1,13) : error : The variable or function `nope` was not found")]
    public void Strictness_makes_what_is_missing_an_error(string template, string expected) => Rendered.Failure(template, s_hub, context =>
    {
        context.StrictVariables = true;
        context.EnableRelaxedMemberAccess = false;
        context.EnableRelaxedIndexerAccess = false;
    }).ShouldBe(expected);

    [Theory]
    [InlineData("{{ x = null\nx.y }}", "a.txt(2,3) : error : Cannot get the member x.y for a null object.")]
    [InlineData("{{ x = null; x[0] }}", "a.txt(1,14) : error : Object `x` is null. Cannot access indexer: x[0]")]
    public void A_member_of_null_is_an_error_unless_it_is_allowed(string template, string expected)
    {
        Rendered.Failure(template).ShouldBe(expected);
        Rendered.Text(template, configure: context => context.EnableRelaxedTargetAccess = true).ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_knows_its_place_and_its_message()
    {
        var failure = Should.Throw<ScriptRuntimeException>(() => Rendered.Text("a\n{{ 1 + [] }}"));
        failure.Span.Start.ShouldBe(new TextPosition(5, 1, 3));
        failure.Message.ShouldBe("a.txt(2,4) : error : " + failure.OriginalMessage);
    }

    [Fact]
    public void A_subclass_sees_each_value_before_it_is_written()
    {
        var context = new QuotingContext();
        context.PushGlobal(new ScriptObject { ["title"] = "x\"\n  evil: true", ["count"] = 3 });
        Rendered.Parsed("title: {{ title }}\ncount: {{ count }}\n").Render(context).ShouldBe("title: \"x\\\"\\n  evil: true\"\ncount: 3\n");
    }

    [Fact]
    public void A_culture_formats_numbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        Rendered.Code("2.5; '2,5' | string.to_double", configure: context => context.PushCulture(culture)).ShouldBe("2,52,5");
    }

    [Fact]
    public void A_failure_can_be_written_instead() =>
        Rendered.Text("a{{ 1 + [] }}b", configure: context => context.RenderRuntimeException = error => $"[{error.Span.Start.Column}]").ShouldBe("a[4]b");

    [Fact]
    public void Missing_names_can_be_looked_up()
    {
        Rendered.Text("{{ x }}{{ {}.y }}", configure: context =>
        {
            context.StrictVariables = true;
            context.TryGetVariable = (TemplateContext _, SourceSpan _, ScriptVariable variable, out object value) => (value = variable.Name + "!") is not null;
            context.TryGetMember = (TemplateContext _, SourceSpan _, object _, string member, out object value) => (value = member + "?") is not null;
        }).ShouldBe("x!y?");
    }

    [Fact]
    public void A_template_renders_many_at_once()
    {
        var template = Rendered.Parsed("{{ for i in 1..n; i; end }}");
        Parallel.For(1, 50, n => template.Render(new { N = n }).ShouldBe(string.Concat(Enumerable.Range(1, n))));
    }

    private sealed class QuotingContext : TemplateContext
    {
        public override TemplateContext Write(SourceSpan span, object textAsObject) => textAsObject is string text
            ? Write("\"" + text.Replace("\"", "\\\"").Replace("\n", "\\n") + "\"")
            : base.Write(span, textAsObject);
    }
}
