namespace Scriban.Tests.Language;

public sealed class TextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a {{ 1 }} b", "a 1 b")]
    [InlineData("a {{- 1 -}} b", "a1b")]
    [InlineData("a\n  {{- 1 -}}  \n\n b", "a1b")]
    [InlineData("a\n  {{~ x = 1 ~}}  \n b", "a\n b")]
    [InlineData("a  {{~ 1 ~}}  \n  b", "a1  b")]
    [InlineData("{{~ 1 ~}}\n\nb", "1\nb")]
    public void Dashes_strip_all_space_and_tildes_that_of_a_line(string template, string expected) => Rendered.Text(template).ShouldBe(expected);

    [Theory]
    [InlineData("{%{ {{ x }} }%}", " {{ x }} ")]
    [InlineData("{%%{ }%} }%%}", " }%} ")]
    [InlineData("a {%{b}%} c", "a b c")]
    public void An_escape_block_is_text(string template, string expected) => Rendered.Text(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ 1 # one }}|", "1|")]
    [InlineData("{{ # one\n 2 }}", "2")]
    [InlineData("{{ 1 ## two\nlines ## + 2 }}", "3")]
    [InlineData("{{ ## open }}|", "|")]
    public void Comments_leave_nothing(string template, string expected) => Rendered.Text(template).ShouldBe(expected);

    [Fact]
    public void Every_line_of_a_value_is_indented_as_the_code_is() =>
        Rendered.Text("list:\n  {{ text }}\nend", new { Text = "a\nb\nc" }).ShouldBe("list:\n  a\n  b\n  c\nend");

    [Fact]
    public void Indenting_can_be_turned_off() =>
        Rendered.Text("  {{ text }}", new { Text = "a\nb" }, context => context.AutoIndent = false).ShouldBe("  a\nb");

    [Theory]
    [InlineData("{{ 1; 2 }}", "12")]
    [InlineData("{{ 1\n\n;\n2 }}", "12")]
    [InlineData("{{ }}", "")]
    [InlineData("{{;;}}", "")]
    [InlineData("", "")]
    public void Statements_end_at_semicolons_and_lines(string template, string expected) => Rendered.Text(template).ShouldBe(expected);

    [Fact]
    public void Front_matter_is_read_apart_from_the_text()
    {
        var options = new Scriban.Parsing.LexerOptions { Mode = Scriban.Parsing.ScriptMode.FrontMatterAndContent };
        var template = Template.Parse("+++\nx = 1\n+++\nx is {{ x }}", lexerOptions: options);
        template.HasErrors.ShouldBeFalse();
        var context = new TemplateContext();
        context.PushGlobal(new Scriban.Runtime.ScriptObject());
        context.Evaluate(template.Page.FrontMatter);
        template.Render(context).ShouldBe("x is 1");
    }
}
