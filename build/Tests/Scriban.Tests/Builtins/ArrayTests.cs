namespace Scriban.Tests.Builtins;

public sealed class ArrayTests
{
    [Theory]
    [InlineData("[1] | array.add 2", "[1, 2]")]
    [InlineData("[1] | array.add_range [2, 3]", "[1, 2, 3]")]
    [InlineData("[1, null, 2] | array.compact", "[1, 2]")]
    [InlineData("[1] | array.concat [2]", "[1, 2]")]
    [InlineData("for i in 1..3; array.cycle ['a', 'b']; end", "aba")]
    [InlineData("array.cycle ['a', 'b'] 'g'; array.cycle ['a', 'b'] 'h'", "aa")]
    [InlineData("[1, 5] | array.any @(do; ret $0 > 4; end)", "true")]
    [InlineData("['a'] | array.any @string.contains 'b'", "false")]
    [InlineData("['a', 'b'] | array.each @string.upcase", "[\"A\", \"B\"]")]
    [InlineData("[1, 5] | array.filter @(do; ret $0 > 4; end)", "[5]")]
    [InlineData("[1, 2] | array.first; [1, 2] | array.last", "12")]
    [InlineData("[1] | array.insert_at 2 'x'", "[1, null, \"x\"]")]
    [InlineData("[1, 2] | array.join '-'", "1-2")]
    [InlineData("['a'] | array.join ',' @string.upcase", "A")]
    [InlineData("[1, 2, 3] | array.limit 2", "[1, 2]")]
    [InlineData("[{n: 1}, {n: 2}, {}] | array.map 'n'", "[1, 2]")]
    [InlineData("[1, 2, 3] | array.offset 1", "[2, 3]")]
    [InlineData("[1, 2, 3] | array.remove_at (-1)", "[1, 2]")]
    [InlineData("[1, 2] | array.reverse", "[2, 1]")]
    [InlineData("[1, 2] | array.size; 1..5 | array.size", "25")]
    [InlineData("[2, 1] | array.sort", "[1, 2]")]
    [InlineData("[{a: {n: 2}}, {a: {n: 1}}] | array.sort 'a.n' | array.map 'a'", "[{n: 1}, {n: 2}]")]
    [InlineData("[1, 1, 2] | array.uniq", "[1, 2]")]
    [InlineData("[1, 2] | array.contains 2", "true")]
    [InlineData("null | array.size", "0")]
    public void Array_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Fact]
    public void A_value_that_is_no_function_is_blamed_at_its_place() =>
        Rendered.Failure("{{ [1] | array.each 'x' }}").ShouldStartWith("a.txt(1,21) : error : The parameter `x` is not a function. Maybe prefix it with @?");
}
