using System.Text;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class HostileYamlTests : IDisposable
{
    private readonly EnvironmentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "HUB1004", "environments/x.yaml:1:1")]
    [InlineData("# nothing\n", "HUB1004", "environments/x.yaml:1:1")]
    [InlineData("- a\n", "HUB1004", "environments/x.yaml:1:1")]
    [InlineData("just text\n", "HUB1004", "environments/x.yaml:1:1")]
    [InlineData("hub:\n\ttitle: x\n", "HUB1004", "environments/x.yaml:2:1")]
    [InlineData("hub: {\n", "HUB1004", null)]
    [InlineData("hub: 'x\n", "HUB1004", null)]
    [InlineData("hub: [a, b\nc: d\n", "HUB1004", "environments/x.yaml:1:7")]
    [InlineData("hub: x\u2028title: y\n", "HUB1004", "environments/x.yaml:1:7")]
    [InlineData("hub: x\u0085title: y\n", "HUB1004", "environments/x.yaml:1:7")]
    [InlineData("hub: *nowhere\n", "HUB1004", "environments/x.yaml:1:6")]
    [InlineData("hub: &me [*me]\n", "HUB1004", "environments/x.yaml:1:11")]
    [InlineData("a: \u0007\n", "HUB1004", "environments/x.yaml:1:4")]
    [InlineData("hub: !!python/object:os.system {}\n", "HUB1004", "environments/x.yaml:1:6")]
    [InlineData("hub: !secret x\n", "HUB1004", "environments/x.yaml:1:6")]
    [InlineData("? [a]\n: b\n", "HUB1004", "environments/x.yaml:1:3")]
    [InlineData("~: b\n", "HUB1004", "environments/x.yaml:1:1")]
    [InlineData("name: x\n---\nname: y\n", "HUB1004", "environments/x.yaml:2:1")]
    [InlineData("name: x\nname: y\n", "HUB1005", "environments/x.yaml:2:1")]
    [InlineData("hub: { host: a, host: b }\n", "HUB1005", "environments/x.yaml:1:17")]
    [InlineData("hub: { <<: 5 }\n", "HUB1004", "environments/x.yaml:1:12")]
    public void What_is_not_YAML_for_an_environment_is_refused_where_it_stands(string text, string code, string? location)
    {
        var first = _folder.Refuse(text)[0];
        var named = _folder.Refuse(text).FirstOrDefault(problem => problem.Code.Id == code);

        named.ShouldNotBeNull($"but was {first}");
        named.Location.ShouldNotBeNull().ShouldStartWith("environments/x.yaml:");
        if (location is not null)
            named.Location.ShouldBe(location);
        named.Message.ShouldNotContain("(Line:");
    }

    [Fact]
    public void Anchors_and_merge_keys_work()
    {
        var text = EnvironmentFolder.Minimal.Replace("native: {}", "native: {}\n  culling: &times { every: 5m }\n  resources: { cpu: &few { limit: 2 }, memory: { <<: *few, limit: 4G } }", StringComparison.Ordinal);

        var hub = _folder.Load(text + "\ntimeouts: {}\n").Hub;

        hub.Culling.Every.ShouldBe(TimeSpan.FromMinutes(5));
        hub.Resources.Memory.Limit.ToString().ShouldBe("4G");
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        _folder.Refuse(bomb.ToString()).ShouldContain(problem => problem.Code == EnvironmentProblems.TooLarge);
    }

    [Fact]
    public void Too_many_levels_are_refused() =>
        _folder.Refuse("hub: " + new string('[', 5000)).ShouldHaveSingleItem().Code.ShouldBe(EnvironmentProblems.TooLarge);

    [Fact]
    public void A_huge_file_is_refused() =>
        _folder.Refuse(new string('#', 2 << 20)).ShouldHaveSingleItem().Code.ShouldBe(EnvironmentProblems.TooLarge);

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        File.WriteAllBytes(_folder.PathOf("x.yaml"), [.. "hub: "u8, 0xC3, 0x28]);

        Should.Throw<ProblemException>(() => EnvironmentLoader.Load("environments/x.yaml", _folder.Root)).Problems.ShouldHaveSingleItem()
            .Message.ShouldBe("The file is not UTF-8: byte 5 begins no character");
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_do_no_harm() =>
        _folder.Load("\uFEFF" + EnvironmentFolder.Minimal.ReplaceLineEndings("\r\n")).Hub.Host.ShouldBe("jupyter.data.example.org");

    [Fact]
    public void A_directory_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_folder.PathOf("x.yaml"));

        Should.Throw<ProblemException>(() => EnvironmentLoader.Load("environments/x.yaml", _folder.Root)).Problems.ShouldHaveSingleItem()
            .Code.ShouldBe(EnvironmentProblems.Unreadable);
    }
}
