using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class ArgumentStringHandlerTests
{
    private static readonly AbsolutePath s_path = "/with space/file";

    [Fact]
    public void Values_with_spaces_are_quoted_and_others_are_not()
    {
        const string text = "two words";

        Render($"--a {text} --b {"one"} --c {1} --d {""}").ShouldBe("--a \"two words\" --b one --c 1 --d ");
    }

    [Fact]
    public void Quotes_that_are_there_are_kept_and_can_be_declined()
    {
        const string quoted = "\"two words\"";
        const string single = "'two words'";

        Render($"{quoted} {single} {"two words":nq}").ShouldBe("\"two words\" 'two words' two words");
    }

    [Fact]
    public void Paths_are_quoted_if_needed_or_as_their_format_says()
    {
        AbsolutePath[] paths = ["/a", s_path];

        Render($"{s_path} {s_path:sn} {s_path:nq} x {paths}").ShouldBe("\"/with space/file\" '/with space/file' /with space/file x /a \"/with space/file\"");
    }

    [Fact]
    public void A_command_line_in_one_value_is_not_quoted()
    {
        const string commandLine = "apply -f file.yaml";

        Render(commandLine).ShouldBe("apply -f file.yaml");
        Render($"{commandLine}").ShouldBe("apply -f file.yaml");
    }

    [Fact]
    public void Redacted_values_are_replaced_wherever_they_occur()
    {
        ArgumentStringHandler handler = $"login --password {"hunter2":r} --user {"me"}";
        var filter = handler.GetFilter();

        handler.ToStringAndClear().ShouldBe("login --password hunter2 --user me");
        filter("the password hunter2 is wrong").ShouldBe("the password [REDACTED] is wrong");
    }

    private static string Render(ArgumentStringHandler handler) => handler.ToStringAndClear();
}
