namespace Scriban.Tests.Language;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1_000", "1000")]
    [InlineData("1e3", "1000")]
    [InlineData("3000000000", "3000000000")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("0xff", "255")]
    [InlineData("0xFFFFFFFF", "-1")]
    [InlineData("0xFFFFFFFFu", "4294967295")]
    [InlineData("0b1010", "10")]
    [InlineData("0b1.1", "1.5")]
    [InlineData("2.50", "2.5")]
    [InlineData("1.0e-3", "0.001")]
    [InlineData("1.5f", "1.5")]
    [InlineData("1.10m", "1.10")]
    [InlineData("2d", "2")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "")]
    public void A_literal_is_written_as_its_value(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("1", "int")]
    [InlineData("3000000000", "long")]
    [InlineData("100000000000000000000", "bigint")]
    [InlineData("1.0", "double")]
    [InlineData("1f", "float")]
    [InlineData("1m", "decimal")]
    [InlineData("0x80000000u", "long")]
    [InlineData("1..2", "range")]
    [InlineData("[]", "array")]
    [InlineData("{}", "object")]
    [InlineData("'a'", "string")]
    public void A_literal_has_the_narrowest_type_that_holds_it(string code, string expected) =>
        Rendered.Code($"({code}) | object.kind").ShouldBe(expected);

    [Theory]
    [InlineData("""
        "a\tb\n\"\'\\"
        """, "a\tb\n\"'\\")]
    [InlineData("""
        '\u00e9\x41\0\r\b\f\v'
        """, "\u00e9A\0\r\b\f\v")]
    [InlineData("`a\\n``b`", "a\\n`b")]
    [InlineData("'two\nlines'", "two\nlines")]
    [InlineData("'gone \\\nbreak'", "gone break")]
    public void A_string_means_what_its_quotes_say(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("$\"{1 + 2} of {\"x\" + 1}\"", "3 of x1")]
    [InlineData("$'a{$\"b{1}\"}c'", "ab1c")]
    [InlineData("$\"\\{1}\"", "{1}")]
    [InlineData("$'plain'", "plain")]
    [InlineData("$'{ 'a' | string.upcase }!'", "A!")]
    public void An_interpolated_string_holds_expressions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("[1, 'a', null, [true]]", "[1, \"a\", null, [true]]")]
    [InlineData("[1,2,]", "[1, 2]")]
    [InlineData("{a: 1, 'b c': [2]}", "{a: 1, \"b c\": [2]}")]
    [InlineData("{a: 1, b: a + 1}", "{a: 1, b: 2}")]
    [InlineData("[\n1\n,\n2\n]", "[1, 2]")]
    [InlineData("1..4", "[1, 2, 3, 4]")]
    [InlineData("1..<4", "[1, 2, 3]")]
    [InlineData("3..1", "[3, 2, 1]")]
    public void Arrays_objects_and_ranges_are_written_as_they_are_typed(string code, string expected) => Rendered.Code(code).ShouldBe(expected);
}
