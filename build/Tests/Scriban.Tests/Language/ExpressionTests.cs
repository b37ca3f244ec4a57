namespace Scriban.Tests.Language;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("7 // 2", "3")]
    [InlineData("7 % 4", "3")]
    [InlineData("2147483647 + 1", "2147483648")]
    [InlineData("9223372036854775807 + 1", "9223372036854775808")]
    [InlineData("1 << 4", "16")]
    [InlineData("-16 >> 2", "-4")]
    [InlineData("1.5m + 1", "2.5")]
    [InlineData("0.1m + 0.2m", "0.3")]
    [InlineData("-(2) + +3", "1")]
    [InlineData("null + 1", "")]
    public void Numbers_are_reckoned(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("'a' + 1", "a1")]
    [InlineData("1 + 'a' + null", "1a")]
    [InlineData("'ab' * 2", "abab")]
    [InlineData("2 * 'ab'", "abab")]
    [InlineData("'a' * -1", "")]
    [InlineData("'a' < 'b'", "true")]
    [InlineData("'1' == 1", "true")]
    public void Text_is_joined_repeated_and_compared(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("1 < 2 && 2 <= 2 && 3 != 4", "true")]
    [InlineData("1 > 2 || !false", "true")]
    [InlineData("0 && ''", "true")]
    [InlineData("null || false", "false")]
    [InlineData("1 == 1.0", "true")]
    [InlineData("[1, 2] == [1, 2]", "true")]
    [InlineData("[1] < [1, 2]", "true")]
    [InlineData("{} == empty", "true")]
    [InlineData("[1] == empty", "false")]
    [InlineData("{a: 1}.empty?", "false")]
    [InlineData("[].empty?", "true")]
    public void Conditions_give_booleans(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("null ?? 1 ?? 2", "1")]
    [InlineData("1 ?! 2", "2")]
    [InlineData("nothing ?! 2", "")]
    [InlineData("true ? 'yes' : 'no'", "yes")]
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    public void Missing_values_are_replaced_and_branches_taken(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("[1, 2] + [3]", "[1, 2, 3]")]
    [InlineData("[1] * 3", "[1, 1, 1]")]
    [InlineData("[1, 2, 3, 4] / 2", "[1, 2]")]
    [InlineData("[1, 2, 3, 4] % 2", "[1, 3]")]
    [InlineData("[1] << 2", "[1, 2]")]
    [InlineData("0 >> [1]", "[0, 1]")]
    public void Arrays_have_operators_too(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("x = [1, [2, {y: 3}]]; x[1][1].y", "3")]
    [InlineData("x = [1, 2]; x[-1]", "2")]
    [InlineData("x = []; x[2] = 1; x", "[null, null, 1]")]
    [InlineData("x = {}; x.y = 1; x['z'] = 2; x", "{y: 1, z: 2}")]
    [InlineData("x = [1]; x.name = 'n'; x.name + x.size", "n1")]
    [InlineData("'abc'[1] + 'abc'.size", "b3")]
    [InlineData("x?.y?.z", "")]
    [InlineData("x = {}; x.y?.z.w", "")]
    [InlineData("this.x = 4; x + this['x']", "8")]
    public void Members_and_items_are_read_and_written(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("x = 2; x += 3; x *= 4; x -= 2; x /= 3; x", "6")]
    [InlineData("x = 7; x //= 2; x %= 2; x", "1")]
    [InlineData("x = 1; x++; ++x; x--", "133")]
    [InlineData("x = {n: 1}; x.n++; x.n", "12")]
    [InlineData("(if) = 5; y = if; y", "5")]
    public void Assignments_change_variables(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("'a' | string.append 'b' | string.upcase", "AB")]
    [InlineData("'a' |> string.upcase", "A")]
    [InlineData("'a' |\n string.upcase", "A")]
    [InlineData("2 | math.plus 3 | math.times 2", "10")]
    [InlineData("string.append('a', 'b')", "ab")]
    [InlineData("string.append 'a' with: 'b'", "ab")]
    [InlineData("'x' | string.truncate length: 5", "x")]
    public void Calls_take_arguments_from_pipes_and_by_name(string code, string expected) => Rendered.Code(code).ShouldBe(expected);
}
