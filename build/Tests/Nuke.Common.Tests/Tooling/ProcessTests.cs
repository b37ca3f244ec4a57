using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class ProcessTests : IDisposable
{
    private readonly AbsolutePath _directory = ((AbsolutePath)Path.GetTempPath() / $"nuke-process-{Guid.NewGuid():N}").CreateDirectory();

    public void Dispose() => _directory.DeleteDirectory();

    [Fact]
    public void A_tool_returns_its_output_line_by_line()
    {
        var output = ToolResolver.GetPathTool("sh").Invoke($"-c \"echo out; echo err >&2\"", logOutput: false, logInvocation: false);

        output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).ShouldBe(["out"]);
        output.Where(x => x.Type == OutputType.Err).Select(x => x.Text).ShouldBe(["err"]);
        output.StdToText().ShouldBe("out");
        Should.Throw<ArgumentException>(() => output.EnsureOnlyStd());
    }

    [Fact]
    public void A_failed_tool_throws_with_exit_code_command_directory_and_errors_but_without_secrets()
    {
        var exception = Should.Throw<ProcessException>(() => ToolResolver.GetPathTool("sh").Invoke(
            $"-c \"echo wrong {"hunter2":r} >&2; exit 3\"",
            workingDirectory: _directory,
            logOutput: false,
            logInvocation: false));

        exception.ExitCode.ShouldBe(3);
        exception.Message.ShouldContain("Process 'sh' exited with code 3.");
        exception.Message.ShouldContain($"@ {_directory}");
        exception.Message.ShouldContain("wrong [REDACTED]");
        exception.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void An_exit_handler_judges_the_exit_code()
    {
        var exitCode = 0;

        ToolResolver.GetPathTool("sh").Invoke($"-c \"exit 4\"", logInvocation: false, exitHandler: x => exitCode = x.ExitCode);

        exitCode.ShouldBe(4);
    }

    [Fact]
    public void The_environment_is_replaced_as_a_whole()
    {
        var output = ToolResolver.GetPathTool("env").Invoke(
            $"",
            environmentVariables: new Dictionary<string, string> { ["ONLY"] = "this" },
            logOutput: false,
            logInvocation: false);

        output.Select(x => x.Text).ShouldBe(["ONLY=this"]);
    }

    [Fact]
    public void A_process_that_takes_too_long_is_killed()
    {
        using var process = ProcessTasks.StartProcess("sleep", "60", timeout: 1, logInvocation: false);

        process.WaitForExit().ShouldBeFalse();
    }

    [Fact]
    public void A_process_that_takes_too_long_fails_an_asserted_wait()
    {
        using var process = ProcessTasks.StartProcess("sleep", "60", timeout: 1, logInvocation: false);

        Should.Throw<ArgumentException>(() => process.AssertWaitForExit());
    }

    [Fact]
    public void A_logger_receives_each_line()
    {
        var lines = new List<string>();

        ProcessTasks.StartShell("echo {braces}", logInvocation: false, logger: (_, line) => lines.Add(line)).AssertZeroExitCode();

        lines.ShouldBe(["{braces}"]);
    }

    [Fact]
    public void Output_can_be_read_as_JSON() =>
        ProcessTasks.StartShell("echo '{ \"key\": 1 }'", logInvocation: false, logOutput: false).AssertZeroExitCode()
            .Output.StdToJson().Value<int>("key").ShouldBe(1);

    [Fact]
    public void A_missing_tool_is_named() =>
        Should.Throw<ArgumentException>(() => ToolPathResolver.GetPathExecutable("no-such-tool")).Message.ShouldContain("no-such-tool");

    [Fact]
    public void A_variable_overrides_the_path_and_must_name_a_file()
    {
        var name = $"tool{Guid.NewGuid():N}";
        EnvironmentInfo.SetVariable($"{name.ToUpperInvariant()}_EXE", ToolPathResolver.GetPathExecutable("true"));
        ToolResolver.GetEnvironmentOrPathTool(name).Invoke($"", logInvocation: false).ShouldBeEmpty();

        EnvironmentInfo.SetVariable($"{name.ToUpperInvariant()}_EXE", _directory / "missing");
        Should.Throw<ArgumentException>(() => ToolResolver.GetEnvironmentOrPathTool(name)).Message.ShouldContain("does not exist");
    }
}
