using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Tests.Runtime;

public sealed class LimitTests
{
    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{x:", "1", "}")]
    [InlineData("!", "true", "")]
    [InlineData("-", "1", "")]
    public void Deep_nesting_is_an_error_and_no_overflow(string open, string inner, string close)
    {
        const int Depth = 20000;
        var code = string.Concat(Enumerable.Repeat(open, Depth)) + inner + string.Concat(Enumerable.Repeat(close, Depth));
        Rendered.Problems("{{ " + code + " }}").ShouldContain(message => message.Contains("The statement depth limit `250` was reached when parsing this statement"));
    }

    [Fact]
    public void Deeply_nested_blocks_are_an_error() =>
        Rendered.Problems("{{ " + string.Concat(Enumerable.Repeat("if true;", 5000)) + " }}").ShouldContain(message => message.Contains("depth limit `250`"));

    [Fact]
    public void Without_a_depth_limit_the_stack_still_holds()
    {
        var code = new string('(', 200000) + "1" + new string(')', 200000);
        var template = Template.Parse("{{ " + code + " }}", parserOptions: new ParserOptions { ExpressionDepthLimit = 0 });
        template.Messages.ShouldContain(message => message.Message.Contains("near a stack overflow"));
    }

    [Theory]
    [InlineData("{{ while true; end }}", "a.txt(1,4) : error : Exceeding number of iteration limit `1000` for loop statement.")]
    [InlineData("{{ for i in 1..99999; end }}", "a.txt(1,14) : error : Range expression exceeds LoopLimit `1000`.")]
    [InlineData("{{ for i in 1..40; for j in 1..40; end; end }}", "a.txt(1,20) : error : Exceeding number of iteration limit `1000` for loop statement.")]
    [InlineData("{{ func f; f; end; f }}", "Exceeding number of recursive depth limit `100` for node: `f`")]
    [InlineData("{{ 'ab' * 9999999 }}", "String multiplication exceeds LimitToString `1048576`.")]
    [InlineData("{{ 1 << 99999999 }}", "exceeds maximum supported magnitude")]
    [InlineData("{{ x = {}; x.x = x; x }}", "Structure is too deeply nested or contains reference loops.")]
    [InlineData("{{ [1] * 99999999 }}", "Exceeding number of iteration limit `1000` for internal iteration.")]
    [InlineData("{{ x = []; x[99999999] = 1 }}", "Exceeding number of iteration limit `1000` for internal iteration.")]
    [InlineData("{{ 'a' | string.pad_left 99999999 }}", "Padding width `99999999` exceeds the configured LimitToString `1048576`.")]
    public void What_would_not_end_is_stopped(string template, string expected) => Rendered.Failure(template).ShouldContain(expected);

    [Fact]
    public void Output_is_cut_off_at_its_limit() =>
        Rendered.Text("{{ for i in 1..100; 'abcdefghij'; end }}", configure: context => context.LimitToString = 25).ShouldBe("abcdefghijabcdefghijabcde...");

    [Fact]
    public void A_cancelled_rendering_stops()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Should.Throw<ScriptAbortException>(() => Rendered.Text("{{ while true; end }}", configure: context =>
        {
            context.LoopLimit = 0;
            context.CancellationToken = cancellation.Token;
        })).CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public void A_slow_regular_expression_is_given_up() =>
        Rendered.Failure("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match `^(a+)+$` }}", configure: context => context.RegexTimeOut = TimeSpan.FromMilliseconds(50))
            .ShouldContain("timed out", Case.Insensitive);
}
