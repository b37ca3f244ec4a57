namespace Scriban.Tests.Builtins;

public sealed class StringTests
{
    [Theory]
    [InlineData("'a\"b\\n' | string.escape", "a\\\"b\\n")]
    [InlineData("'a' | string.append 'b' | string.prepend 'c'", "cab")]
    [InlineData("'ab cd' | string.capitalize; 'ab cd' | string.capitalizewords", "Ab cdAb Cd")]
    [InlineData("'abc' | string.contains 'b'; 'abc' | string.starts_with 'a'; 'abc' | string.ends_with 'a'", "truetruefalse")]
    [InlineData("'' | string.empty; ' ' | string.whitespace", "truetrue")]
    [InlineData("'AbC' | string.downcase; 'AbC' | string.upcase", "abcABC")]
    [InlineData("'AbC' | string.equals_ignore_case 'aBc'", "true")]
    [InlineData("'100% M & Ms!!!' | string.handleize", "100-m-ms")]
    [InlineData("'a\"' | string.literal", "\"a\\\"\"")]
    [InlineData("' a ' | string.lstrip | string.append '|'; ' a ' | string.rstrip; ' a ' | string.strip", "a | aa")]
    [InlineData("1 | string.pluralize 'pod' 'pods'; 2 | string.pluralize 'pod' 'pods'", "podpods")]
    [InlineData("'aXbX' | string.remove 'X'; 'aXbX' | string.remove_first 'X'; 'aXbX' | string.remove_last 'X'", "ababXaXb")]
    [InlineData("'aa' | string.replace 'a' 'b'; 'aa' | string.replace_first 'a' 'b'", "bbba")]
    [InlineData("'hello' | string.size; 'hello' | string.slice 1 3; 'hello' | string.slice (-3); 'hello' | string.slice1 1", "5ellllo" + "e")]
    [InlineData("'a,b,,c' | string.split ','", "[\"a\", \"b\", \"c\"]")]
    [InlineData("'a\\r\\nb\\n' | string.strip_newlines", "ab")]
    [InlineData("('12' | string.to_int) + 1; 'x' | string.to_int; '1.5' | string.to_double", "131.5")]
    [InlineData("'3000000000' | string.to_long; '1.5' | string.to_float", "30000000001.5")]
    [InlineData("'The cat came' | string.truncate 9; 'The cat came' | string.truncatewords 2", "The ca...The cat...")]
    [InlineData("'a' | string.pad_left 3; 'a' | string.pad_right 3; '|'", "  aa  |")]
    [InlineData("'hello' | string.base64_encode; 'aGVsbG8=' | string.base64_decode", "aGVsbG8=hello")]
    [InlineData("'hello' | string.index_of 'l'; 'hello' | string.index_of 'l' 3", "23")]
    [InlineData("'test' | string.md5", "098f6bcd4621d373cade4e832627b4f6")]
    [InlineData("'test' | string.sha1", "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3")]
    [InlineData("'test' | string.sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("'test' | string.hmac_sha256 'secret'", "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914")]
    public void String_functions(string code, string expected) => Rendered.Code(code).ShouldBe(expected);
}
