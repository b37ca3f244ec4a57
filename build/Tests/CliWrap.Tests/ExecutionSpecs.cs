using System.ComponentModel;
using System.Diagnostics;
using CliWrap.Exceptions;

namespace CliWrap.Tests;

public sealed class ExecutionSpecs
{
    [Fact]
    public async Task A_finished_command_has_an_exit_code_and_times()
    {
        var task = DummyCommand.Of("exit", "0").ExecuteAsync();
        var result = await task;

        task.ProcessId.ShouldBeGreaterThan(0);
        result.ExitCode.ShouldBe(0);
        result.IsSuccess.ShouldBeTrue();
        ((bool)result).ShouldBeTrue();
        ((int)result).ShouldBe(0);
        result.ExitTime.ShouldBeGreaterThanOrEqualTo(result.StartTime);
        result.RunTime.ShouldBe(result.ExitTime - result.StartTime);
    }

    [Fact]
    public async Task The_execution_can_be_configured_to_continue_anywhere_and_passed_on_as_a_task()
    {
        var configured = await DummyCommand.Of("exit", "0").ExecuteAsync().ConfigureAwait(false);
        Task<CommandResult> plain = DummyCommand.Of("exit", "0").ExecuteAsync();

        configured.ExitCode.ShouldBe(0);
        (await plain).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_missing_executable_fails_at_once()
    {
        var command = Cli.Wrap("no-such-executable");

        Should.Throw<Win32Exception>(() => { _ = command.ExecuteAsync(); }).Message.ShouldContain("no-such-executable");
        Should.Throw<Win32Exception>(() => { _ = command.ExecuteBufferedAsync(); });
    }

    [Fact]
    public void A_missing_working_directory_fails_at_once() =>
        Should.Throw<Win32Exception>(() =>
        {
            _ = DummyCommand.Of("exit", "0").WithWorkingDirectory("/no/such/directory").ExecuteAsync();
        });

    [Fact]
    public async Task A_non_zero_exit_code_is_an_exception_that_carries_it_and_the_command()
    {
        var command = DummyCommand.Of("exit", "5");

        var exception = await Should.ThrowAsync<CommandExecutionException>(async () => await command.ExecuteAsync());

        exception.ExitCode.ShouldBe(5);
        exception.Command.ShouldBeSameAs(command);
        exception.Message.ShouldContain("non-zero exit code (5)");
        exception.Message.ShouldContain(command.Arguments);
    }

    [Fact]
    public async Task A_buffered_command_that_fails_shows_what_it_wrote_to_standard_error()
    {
        var exception = await Should.ThrowAsync<CommandExecutionException>(
            async () => await DummyCommand.Of("exit", "7").ExecuteBufferedAsync());

        exception.ExitCode.ShouldBe(7);
        exception.Message.ShouldContain("Exit code set to 7");
        exception.InnerException.ShouldBeOfType<CommandExecutionException>().ExitCode.ShouldBe(7);
    }

    [Fact]
    public async Task Without_validation_a_non_zero_exit_code_is_a_result()
    {
        var result = await DummyCommand.Of("exit", "5").WithValidation(CommandResultValidation.None).ExecuteAsync();

        result.ExitCode.ShouldBe(5);
        result.IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task A_buffered_result_can_be_taken_apart()
    {
        var (exitCode, output, error) = await DummyCommand.Of("say", "to out", "to err").ExecuteBufferedAsync();
        string text = await DummyCommand.Of("say", "to out", "to err").ExecuteBufferedAsync();

        exitCode.ShouldBe(0);
        output.ShouldBe("to out");
        error.ShouldBe("to err");
        text.ShouldBe("to out");
    }

    [Fact]
    public async Task Commands_that_run_at_the_same_time_keep_their_output_apart()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
            (number, result: await DummyCommand.Of("say", $"out {number}", $"err {number}").ExecuteBufferedAsync())));

        foreach (var (number, result) in results)
        {
            result.StandardOutput.ShouldBe($"out {number}");
            result.StandardError.ShouldBe($"err {number}");
        }
    }

    [Fact]
    public async Task How_the_process_starts_can_be_changed_by_a_delegate()
    {
        var started = 0;
        var output = new System.Text.StringBuilder();

        var task = (DummyCommand.Of("variables", "CLIWRAP_TEST_START_INFO") | output).ExecuteAsync(
            startInfo => startInfo.Environment["CLIWRAP_TEST_START_INFO"] = "set",
            process => started = process.Id);
        await task;

        output.ToString().ShouldContain("=set");
        started.ShouldBe(task.ProcessId);
    }

    [Fact]
    public async Task A_stream_that_is_not_redirected_is_not_piped()
    {
        var output = new System.Text.StringBuilder();

        var result = await (DummyCommand.Of("say", "", "") | output).ExecuteAsync(
            startInfo => startInfo.RedirectStandardOutput = false);

        result.ExitCode.ShouldBe(0);
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Limits_are_put_on_the_process_once_it_runs()
    {
        using var cancellation = new CancellationTokenSource();
        ProcessPriorityClass? priority = null;

        var task = DummyCommand.Of("wait")
            .WithResourcePolicy(policy => policy.SetPriority(ProcessPriorityClass.BelowNormal))
            .ExecuteAsync(null, process => priority = process.PriorityClass, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await task);

        priority.ShouldBe(ProcessPriorityClass.BelowNormal);
    }

    [Fact]
    public void What_the_platform_does_not_support_fails_at_once()
    {
        if (OperatingSystem.IsWindows())
            return;

        Should.Throw<NotSupportedException>(() =>
        {
            _ = DummyCommand.Of("exit", "0").WithCredentials(credentials => credentials.SetDomain("d")).ExecuteAsync();
        }).Message.ShouldContain("Setting custom domain");
        Should.Throw<NotSupportedException>(() =>
        {
            _ = DummyCommand.Of("wait").WithResourcePolicy(policy => policy.SetMinWorkingSet(1)).ExecuteAsync();
        }).Message.ShouldContain("resource policy");
    }
}
