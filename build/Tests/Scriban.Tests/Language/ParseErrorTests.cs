using Scriban.Parsing;

namespace Scriban.Tests.Language;

public sealed class ParseErrorTests
{
    [Theory]
    [InlineData("{{ 1 + }}", "a.txt(1,8) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    [InlineData("{{ if }}", "a.txt(1,7) : error : Error while parsing if statement: Expecting <expression> instead of `}}` in: if <expression> ... end|else|else if")]
    [InlineData("{{ for 1 in x; end }}", "a.txt(1,4) : error : Error while parsing for statement: Expecting a variable instead of `1` in: for <variable> in <expression> ... end")]
    [InlineData("{{ (1 }}", "a.txt(1,7) : error : Invalid token `}}`. Expecting a closing `)`.")]
    [InlineData("{{ a b = 1 }}", "a.txt(1,6) : error : Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>")]
    [InlineData("{{ x.1 }}", "a.txt(1,6) : error : Invalid token `Integer`. The dot operator is expected to be followed by a plain identifier")]
    [InlineData("{{ for.nope }}", "a.txt(1,4) : error : The loop variable <for.nope> is not supported")]
    [InlineData("{{ 0x }}", "a.txt(1,4) : error : Invalid hex number, expecting at least a hex digit [0-9a-fA-F] after 0x")]
    [InlineData("\n\n  {{ '\\q' }}", "a.txt(3,8) : error : Unexpected escape character `q` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed")]
    [InlineData("{{ 'a", "a.txt(1,5) : error : Unexpected end of file while parsing a string not terminated by a '")]
    [InlineData("{{ \"\\u00z0\" }}", "a.txt(1,9) : error : Unexpected hex number `z` following `\\u`. Expecting `\\u0000` to `\\uffff`.")]
    public void An_error_says_where_and_what(string template, string expected) => Rendered.Problems(template).ShouldContain(expected);

    [Theory]
    [InlineData("{{ if x }}", "The <end> statement was not found")]
    [InlineData("{{ for x in y }}{{ if z }}", "The <end> statement was not found")]
    [InlineData("{{ end }}", "Found <end> statement without a corresponding beginning of a block")]
    [InlineData("{{ else }}", "A else condition must be preceded by another if/else/when condition or a for loop.")]
    [InlineData("{{ when 1 }}", "A `when` condition must be preceded by another `when`/`else`/`case` condition")]
    [InlineData("{{ case 1; x; end }}", "Only `when`/`else` are expected.")]
    [InlineData("{{ {{ }}", "Unexpected token `{`")]
    [InlineData("{{ func f(x", "Expecting a closing parenthesis for a function call.")]
    [InlineData("{{ func f(x..., y); end }}", "Cannot declare a normal parameter after an optional parameter.")]
    public void Unbalanced_blocks_are_errors(string template, string expected) => string.Join('\n', Rendered.Problems(template)).ShouldContain(expected);

    [Fact]
    public void All_problems_of_a_template_are_reported_together() => Rendered.Problems("{{ 1 + }}\n{{ (2 }}\n{{ '\\q' }}\n{{ for.nope }}").ShouldBe(
    [
        "a.txt(1,8) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>",
        "a.txt(2,7) : error : Invalid token `}}`. Expecting a closing `)`.",
        "a.txt(3,4) : error : Unexpected escape character `q` in string",
        "a.txt(4,4) : error : The loop variable <for.nope> is not supported",
        "a.txt(3,6) : error : Unexpected escape character `q` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed",
    ]);

    [Fact]
    public void Without_a_name_messages_speak_of_the_input()
    {
        var message = Template.Parse("{{ 1 + }}").Messages[0];
        message.Type.ShouldBe(ParserMessageType.Error);
        message.Span.Start.ShouldBe(new TextPosition(7, 0, 7));
        message.ToString().ShouldStartWith("<input>(1,8) : error : ");
    }

    [Theory]
    [InlineData(ScriptLang.Liquid, "liquid")]
    [InlineData(ScriptLang.Scientific, "scientific")]
    public void A_language_that_the_edition_does_not_read_is_refused_by_name(ScriptLang language, string name)
    {
        var template = Template.Parse("{{ x }}", lexerOptions: new LexerOptions { Lang = language });
        template.HasErrors.ShouldBeTrue();
        template.Messages.Single().ToString().ShouldContain($"The {name} language is not supported");
    }

    [Fact]
    public void A_template_with_errors_is_not_rendered() =>
        Should.Throw<InvalidOperationException>(() => Template.Parse("{{ 1 + }}").Render()).Message.ShouldContain("<input>(1,8)");
}
