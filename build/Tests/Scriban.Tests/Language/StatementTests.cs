namespace Scriban.Tests.Language;

public sealed class StatementTests
{
    [Theory]
    [InlineData("if x; 1; else if y; 2; else; 3; end", "3")]
    [InlineData("if !x; 1; end", "1")]
    [InlineData("y = 0; if x; 1; else if y; 2; end", "2")]
    public void If_takes_the_first_true_branch(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("case 2; when 1; 'a'; when 2, 3; 'b'; else; 'c'; end", "b")]
    [InlineData("case 'x'; when 'y' || 'x'; 'b'; end", "b")]
    [InlineData("case 9; when 1; 'a'; else; 'c'; end", "c")]
    public void Case_takes_the_branch_of_an_equal_value(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("for i in 1..3; i; end", "123")]
    [InlineData("for i in [1,2,3,4] offset: 1 limit: 2; i; end", "23")]
    [InlineData("for i in (1..3) reversed; i; end", "321")]
    [InlineData("for i in []; i; else; 'none'; end", "none")]
    [InlineData("for i in null; i; end", "")]
    [InlineData("for i in 1..9; if i == 2; continue; end; if i > 3; break; end; i; end", "13")]
    [InlineData("for e in {a: 1, b: 2}; e.key + e.value; end", "a1b2")]
    [InlineData("for $i in 1..2; for $j in 1..2; $i * $j; end; end; $i", "1224")]
    public void For_goes_through_values(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("for.index", "012")]
    [InlineData("for.rindex", "210")]
    [InlineData("for.first ? 'f' : '-'", "f--")]
    [InlineData("for.last ? 'l' : '-'", "--l")]
    [InlineData("for.even ? 'e' : 'o'", "eoe")]
    [InlineData("for.changed ? 'c' : '='", "c=c")]
    [InlineData("for.length", "333")]
    public void A_loop_knows_where_it_is(string code, string expected) =>
        Rendered.Code($"for i in [1, 1, 2]; {code}; end").ShouldBe(expected);

    [Theory]
    [InlineData("x = 0; while x < 3; x; x += 1; end", "012")]
    [InlineData("x = 0; while true; x += 1; if x > 2; break; end; while.index; end", "01")]
    public void While_goes_on_as_long_as_its_condition_holds(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Fact]
    public void Tablerow_writes_rows_of_cells() =>
        Rendered.Code("tablerow i in (1..3) cols: 2; i; end").ShouldBe(
            "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n");

    [Theory]
    [InlineData("{{ capture x }}a{{ 1 }}{{ end }}[{{ x }}]", "[a1]")]
    [InlineData("{{ x = {}; with x; y = 1; end; x.y }}", "1")]
    [InlineData("{{ x = {y: 2}; import x; y }}", "2")]
    [InlineData("{{ func w; for $i in 1..$0; $$; end; end; wrap w 2; $i; end }}", "12")]
    [InlineData("{{ func w; '<'; $$; '>'; end; wrap w; 'in'; end }}", "<in>")]
    [InlineData("a{{ ret }}b", "a")]
    public void Blocks_capture_open_and_wrap(string template, string expected) => Rendered.Text(template).ShouldBe(expected);

    [Fact]
    public void A_readonly_variable_stays_as_it_is() =>
        Rendered.Failure("{{ x = 1\nreadonly x\nx = 2 }}").ShouldBe("a.txt(3,1) : error : Cannot set the readonly variable `x`");
}
