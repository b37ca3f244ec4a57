using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Templates;

public sealed class HostileValueTests : IDisposable
{
    private static readonly string[] Hostile =
    [
        "x\"\n  evil: true", "x'\nevil: true", ": ", "a: b", "a:", "#", " # x", "a #b", "- ", "- a", "-", "?", "? a", "{}", "{a: b}", "[]", "[a, b]", ",", "a, b", "]", "}",
        "&a", "*a", "!!tag", "!tag x", "%", "%YAML 1.1", "|", ">", "|\n  a", "@", "`", "---", "...", "--- a", "\n---\nevil: true\n", "<<", "=",
        " leading", "trailing ", "  ", "\t", "a\tb", "\ta", "a\nb", "a\n", "\na", "a\n\n b\n", "a\r\nb", "\r", "a\\nb", "\\", "\"", "'", "''", "\"\"", "'a'", "\"a\"",
        "ü", "日本語", "😀", "a\u0085b", "\u0085evil: true", "a\u2028b", "a\u2029b", "\uFEFFa", "a\u00A0b", "\u0001", "\u001b[31m", "\u007f", "a\uFFFEb",
        "no", "yes", "on", "y", "N", "true", "False", "null", "~", "", "1e3", "0x1F", "0o17", "017", "1_000", "1.5", ".5", "-1", "+1", ".inf", "-.INF", ".NaN", "nan",
        "2026-01-01", "2026-01-01T00:00:00Z", "12:30:45", "190:20:30", "1.2.3", "v1", "x\uE0000\uE001x", "\uE0000\uE001", "{{ v }}", "${x}", "$(id)", "key: {{ v }}\nevil: true",
    ];

    // Contexts in which every text must arrive, and contexts in which a text may also be refused.
    private static readonly string[] Open =
    [
        "key: {{ v }}\nafter: 1\n",
        "key:   {{ v }}   # comment\nafter: 1\n",
        "key: \"{{ v }}\"\nafter: 1\n",
        "list:\n  - {{ v }}\n  - x\nafter: 1\n",
        "list: [x, {{ v }}, y]\nafter: 1\n",
        "map: { a: {{ v }}, b: x }\nafter: 1\n",
        "key: {{ v }}-suffix\nafter: 1\n",
        "key: prefix-{{ v }}\nafter: 1\n",
        "key: https://{{ v }}/{{ v }}/x\nafter: 1\n",
        "key: \"https://{{ v }}/x\"\nafter: 1\n",
        "list: [\"{{ v }}\", {{ v }}]\nafter: 1\n",
        "# {{ v }}\nkey: x # {{ v }}\nafter: 1\n",
    ];

    private static readonly string[] Narrow =
    [
        "key: 'a {{ v }} b'\nafter: 1\n",
        "key: |\n  first\n  {{ v }}\n  last\nafter: 1\n",
        "key: |\n  {{ v }}\nafter: 1\n",
        "key: |-\n  a {{ v }} b\nafter: 1\n",
        "key: |2\n  {{ v }}\nafter: 1\n",
        "key: >\n  some {{ v }} text\nafter: 1\n",
        "nested:\n  - key: |\n      {{ v }}\n    other: 2\nafter: 1\n",
        "{{ v }}: 1\nafter: 1\n",
        "\"{{ v }}\": 1\nafter: 1\n",
    ];

    private readonly TemplateFolder _folder = new();

    public static TheoryData<string> OpenContexts => [.. Open];

    public static TheoryData<string> NarrowContexts => [.. Narrow];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(OpenContexts))]
    public async Task Every_text_arrives_and_changes_nothing_around_it(string template)
    {
        var control = (await _folder.Values(template, "CONTROL")).ToJsonString();
        foreach (var text in Hostile.Append(new string('x', 50_000)))
        {
            var values = await _folder.Values(template, text);
            AssertSame(JsonNode.Parse(control), values, text);
        }
    }

    [Theory]
    [MemberData(nameof(OpenContexts))]
    public async Task Every_mixture_of_indicators_and_blanks_arrives(string template)
    {
        const string alphabet = " \t\n\r:-#?,[]{}&*!|>'\"%@`\\.~=<0x1e+ayN\u0085\u2028\uFEFFé";
        var random = new Random(template.Length);
        var control = (await _folder.Values(template, "CONTROL")).ToJsonString();
        for (var round = 0; round < 100; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            AssertSame(JsonNode.Parse(control), await _folder.Values(template, text), text);
        }
    }

    [Theory]
    [MemberData(nameof(NarrowContexts))]
    public async Task A_text_arrives_or_is_refused_where_the_template_leaves_no_room(string template)
    {
        var control = (await _folder.Values(template, "CONTROL")).ToJsonString();
        var refused = 0;
        foreach (var text in Hostile)
        {
            try
            {
                AssertSame(JsonNode.Parse(control), await _folder.Values(template, text), text);
            }
            catch (ProblemException exception)
            {
                exception.Problems.ShouldHaveSingleItem().Code.Id.ShouldBeOneOf("HUB1306", "HUB1307", "HUB1308");
                exception.Problems[0].Location.ShouldNotBeNull().ShouldStartWith("helm-values/x.yaml:");
                refused++;
            }
        }
        refused.ShouldBeLessThan(Hostile.Length);
    }

    [Theory]
    [InlineData(0, "holds a NUL character")]
    [InlineData(0xD800, "holds half of a character (a lone surrogate)")]
    public async Task What_no_YAML_can_hold_is_refused(int character, string reason)
    {
        var text = $"a{(char)character}b";

        var problem = (await _folder.Refuse("a: 1\nkey: {{ v }}\n", text)).ShouldHaveSingleItem();

        problem.Code.Id.ShouldBe("HUB1307");
        problem.Message.ShouldBe($"The value {reason}");
        problem.Location.ShouldStartWith("helm-values/x.yaml:2:");
    }

    [Theory]
    [InlineData("key: &{{ v }} x\n")]
    [InlineData("key: !{{ v }} x\n")]
    [InlineData("a: &a x\nkey: *{{ v }}\n")]
    public async Task A_value_cannot_be_an_anchor_an_alias_or_a_tag(string template) =>
        (await _folder.Refuse(template, "a")).ShouldHaveSingleItem().Code.Id.ShouldBeOneOf("HUB1305", "HUB1306");

    [Fact]
    public async Task A_value_cannot_be_in_a_text_that_goes_over_lines_without_quotes()
    {
        var problem = (await _folder.Refuse("key: some\n  longer {{ v }}\n", "text")).ShouldHaveSingleItem();

        problem.Code.Id.ShouldBe("HUB1308");
        problem.Location.ShouldStartWith("helm-values/x.yaml:2:");
    }

    private static void AssertSame(JsonNode? control, JsonNode? actual, string text)
    {
        if (control is JsonObject map)
        {
            var other = actual.ShouldBeOfType<JsonObject>(text);
            other.Select(entry => entry.Key).ShouldBe(map.Select(entry => entry.Key.Replace("CONTROL", text, StringComparison.Ordinal)), text);
            foreach (var (key, value) in map)
                AssertSame(value, other[key.Replace("CONTROL", text, StringComparison.Ordinal)], text);
        }
        else if (control is JsonArray list)
        {
            var other = actual.ShouldBeOfType<JsonArray>(text);
            other.Count.ShouldBe(list.Count, text);
            for (var index = 0; index < list.Count; index++)
                AssertSame(list[index], other[index], text);
        }
        else if (control?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            actual.ShouldNotBeNull(text).GetValue<string>().ShouldBe(control.GetValue<string>().Replace("CONTROL", text, StringComparison.Ordinal));
        else
            JsonNode.DeepEquals(control, actual).ShouldBeTrue(text);
    }
}
