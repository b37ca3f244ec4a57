using JupyterHub.Pipeline.Reporting;
using JupyterHub.Pipeline.Tests.Execution;

namespace JupyterHub.Pipeline.Tests.Reporting;

public sealed class ConsoleScreenTests
{
    private readonly StringWriter _output = new();
    private readonly ManualTime _time = new();

    [Fact]
    public void Lines_are_written_above_the_status()
    {
        var screen = Screen(live: true);
        screen.ShowStatus(() => ["", "one", "two"]);
        _time.Advance(TimeSpan.FromSeconds(1));
        screen.WriteLine("log");
        screen.Finish();
        _output.ToString().ShouldBe("\none\ntwo" + "\r\e[2A\e[J" + "log\n" + "\none\ntwo" + "\r\e[2A\e[J");
    }

    [Fact]
    public void Many_lines_at_once_do_not_draw_the_status_many_times()
    {
        var screen = Screen(live: true);
        var drawn = 0;
        screen.ShowStatus(() => [$"drawn {++drawn}"]);
        for (var line = 0; line < 1000; line++)
            screen.WriteLine("log");
        drawn.ShouldBe(1);
        screen.Refresh();
        drawn.ShouldBe(2);
    }

    [Fact]
    public void Without_a_live_terminal_there_is_no_status()
    {
        var screen = Screen(live: false);
        screen.ShowStatus(() => ["never"]);
        screen.Refresh();
        screen.WriteLine("log");
        screen.Finish();
        _output.ToString().ShouldBe("log\n");
    }

    [Fact]
    public void Without_colours_only_the_colours_are_taken_out()
    {
        var screen = Screen(live: false, color: false);
        screen.WriteLine("\e[38;5;45;1mblue\e[0m \e[0Ksection_start:1:x\r\e[0K");
        _output.ToString().ShouldBe("blue \e[0Ksection_start:1:x\r\e[0K\n");
    }

    [Fact]
    public void A_secret_is_redacted_although_it_is_written_in_pieces()
    {
        var screen = new ConsoleScreen(_output, new ConsoleCapabilities(Color: true, Live: true), text => text.Replace("secret", "***"), _time);
        screen.ShowStatus(() => ["waits for secret"]);
        screen.Write("a sec");
        screen.Write('r');
        screen.WriteLine("et");
        screen.Finish();
        _output.ToString().ShouldNotContain("secret");
        _output.ToString().ShouldContain("a ***\n");
    }

    [Fact]
    public void A_prompt_appears_before_its_line_is_complete()
    {
        var screen = Screen(live: true);
        screen.Write("name: ");
        _output.ToString().ShouldBe("name: ");
    }

    [Fact]
    public void Lines_of_targets_can_be_diverted()
    {
        var diverted = new List<string>();
        var screen = Screen(live: false);
        screen.Divert = line =>
        {
            diverted.Add(line);
            return line != "through";
        };
        screen.WriteLine("held");
        screen.WriteLine("through");
        diverted.ShouldBe(["held", "through"]);
        _output.ToString().ShouldBe("through\n");
    }

    private ConsoleScreen Screen(bool live, bool color = true) => new(_output, new ConsoleCapabilities(color, live), text => text, _time);
}
