namespace Scriban.Tests.Language;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("func f; ret $0 - $1; end; f 5 1; 5 | f 2", "43")]
    [InlineData("func f; $.size; $[0]; $.named; end; f 1 2 named: 'n'", "21n")]
    [InlineData("func f(x, y = 2, z...); x + y; z; end; f 1; f 1 5 6 7", "3[]6[6, 7]")]
    [InlineData("f(x, y) = x * y; f(2, 3); f 4 5", "620")]
    [InlineData("f = do; ret $0 + 1; end; f 2", "3")]
    [InlineData("func f; ret $0 1 2; end; f do; ret $0 + $1; end", "3")]
    [InlineData("func f(x, y); x; y; end; f y: 1 x: 2", "21")]
    [InlineData("func f; $.size; end; f ^[1, 2, 3]", "3")]
    [InlineData("func f(x); x = 9; end; x = 1; f 2; x", "1")]
    [InlineData("func f; x = 9; end; f; x", "9")]
    [InlineData("func fact(n); ret n < 2 ? 1 : n * fact(n - 1); end; fact 20", "2432902008176640000")]
    [InlineData("o = {}; o.f = @string.upcase; 'a' | o.f", "A")]
    [InlineData("func f; for i in 1..3; if i == 2; ret i; end; end; end; f", "2")]
    public void Functions_take_arguments_and_return_values(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("func f(x, y); end; f 1", "a.txt(1,26) : error : Invalid number of arguments `1` passed to `f 1` while expecting `2` arguments")]
    [InlineData("func f(x); end; f 1 2", "a.txt(1,24) : error : Invalid number of arguments `2` passed to `f 1 2` while expecting `1` arguments")]
    [InlineData("1 2", "a.txt(1,4) : error : Invalid target function `1` (int)")]
    [InlineData("nope 2", "a.txt(1,4) : error : The function `nope` was not found")]
    [InlineData("a = 1; 2 | a", "a.txt(1,15) : error : Pipe expression destination `a` is not a valid function ")]
    public void A_wrong_call_is_an_error_at_its_place(string code, string expected) => Rendered.Failure("{{ " + code + " }}").ShouldBe(expected);
}
