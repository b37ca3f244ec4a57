using System.Globalization;

namespace Scriban.Tests.Builtins;

public sealed class OtherBuiltinTests
{
    [Theory]
    [InlineData("-1 | math.abs; 4.6 | math.ceil; 4.6 | math.floor; 4.5612 | math.round 2", "1544.56")]
    [InlineData("8 | math.divided_by 3; 8 | math.divided_by 2.0", "24")]
    [InlineData("255 | math.format 'X4'; 2.5 | math.format 'F2'", "00FF2.50")]
    [InlineData("1 | math.is_number; 'a' | math.is_number", "truefalse")]
    [InlineData("5 | math.minus 1; 5 | math.plus 1; 5 | math.times 2; 5 | math.modulo 3", "46102")]
    [InlineData("math.uuid | string.size", "36")]
    [InlineData("x = math.random 3 4; x", "3")]
    public void Math_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("null | object.default 'd'; '' | object.default 'e'; 1 | object.default 'f'", "de1")]
    [InlineData("'1 + 2' | object.eval; 'a{{ 1 }}' | object.eval_template", "3a1")]
    [InlineData("255 | object.format 'x'", "ff")]
    [InlineData("x = {a: 1, b: null}; object.has_key x 'b'; object.has_value x 'b'", "truefalse")]
    [InlineData("{a: 1, b: 2} | object.keys; {a: 1, b: 2} | object.values", "[\"a\", \"b\"][1, 2]")]
    [InlineData("'abc' | object.size; [1] | object.size", "31")]
    [InlineData("null | object.typeof; 1 | object.typeof; [] | object.typeof; {} | object.typeof; true | object.typeof; 'a' | object.typeof", "numberarrayobjectbooleanstring")]
    [InlineData("{a: [1, null, 'x'], b: true} | object.to_json", "{\"a\":[1,null,\"x\"],\"b\":true}")]
    [InlineData("('{\"a\": [1, {\"b\": 2.5}]}' | object.from_json).a[1].b", "2.5")]
    public void Object_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("date.parse '2016/01/05' | date.to_string '%d %b %Y'", "05 Jan 2016")]
    [InlineData("date '2016-01-05'", "05 Jan 2016")]
    [InlineData("date.format = '%Y'; date.parse '2016-01-05'", "2016")]
    [InlineData("date.parse '2016-01-05 13:04:05' | date.to_string '%F %T %I %p %j %y %e %k|%%'", "2016-01-05 13:04:05 01 PM 005 16  5 13|%")]
    [InlineData("date.parse '2016-01-31' | date.add_months 1 | date.add_days 1 | date.to_string '%F'", "2016-03-01")]
    [InlineData("(date.parse '2016-01-02') - (date.parse '2016-01-01')", "1.00:00:00")]
    [InlineData("(date.parse '2016-01-02') > (date.parse '2016-01-01')", "true")]
    [InlineData("date.parse '05.01.2016' '%d.%m.%Y' | date.to_string '%F'", "2016-01-05")]
    [InlineData("date.parse_to_string '2016-01-05' '%Y/%m'", "2016/01")]
    public void Date_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Fact]
    public void Date_now_is_today() =>
        DateTime.ParseExact(Rendered.Code("date.now | date.to_string '%F %T'"), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            .ShouldBe(TimeProvider.System.GetLocalNow().DateTime, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("'<p>a<!-- b --></p>' | html.strip; '<a&\"' | html.escape", "a&lt;a&amp;&quot;")]
    [InlineData("'a\\nb' | html.newline_to_br", "a<br />\nb")]
    [InlineData("'a b&c' | html.url_encode; 'http://a/b c?d=é' | html.url_escape", "a%20b%26chttp://a/b%20c?d=%C3%A9")]
    public void Html_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("'a.b' | regex.escape; 'a\\\\.b' | regex.unescape", "a\\.ba.b")]
    [InlineData("'x12y34' | regex.match `(\\d)(\\d)`", "[\"12\", \"1\", \"2\"]")]
    [InlineData("'x12y34' | regex.matches `\\d+`", "[[\"12\"], [\"34\"]]")]
    [InlineData("'Abc' | regex.replace 'a' 'x' 'i'", "xbc")]
    [InlineData("'a, b' | regex.split `\\s*,\\s*`", "[\"a\", \"b\"]")]
    public void Regex_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);

    [Theory]
    [InlineData("timespan.from_hours 25", "1.01:00:00")]
    [InlineData("(timespan.parse '00:01:30').total_seconds; timespan.zero", "9000:00:00")]
    [InlineData("(date.parse '2016-01-01') + (timespan.from_days 1) | date.to_string '%F'", "2016-01-02")]
    public void Timespan_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);
}
