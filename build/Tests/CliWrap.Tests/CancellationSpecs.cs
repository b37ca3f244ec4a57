using System.Text;
using CliWrap.EventStream;

namespace CliWrap.Tests;

public sealed class CancellationSpecs
{
    [Fact]
    public async Task A_token_that_is_cancelled_beforehand_kills_the_process_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var task = DummyCommand.Of("wait").ExecuteAsync(cancellation.Token);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await task);

        exception.CancellationToken.ShouldBe(cancellation.Token);
        exception.Message.ShouldContain("forcefully terminated");
        task.Task.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task Forceful_cancellation_kills_the_process_and_names_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        var output = new StringBuilder();
        var command = DummyCommand.Of("refuse") | PipeTarget.Merge(
            PipeTarget.ToStringBuilder(output),
            PipeTarget.ToDelegate(_ => cancellation.CancelAsync()));

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await command.ExecuteAsync(cancellation.Token));

        exception.CancellationToken.ShouldBe(cancellation.Token);
        output.ToString().ShouldNotContain("Refused.");
    }

    [Fact]
    public async Task Graceful_cancellation_lets_the_process_finish_in_its_own_way()
    {
        using var forceful = new CancellationTokenSource();
        using var graceful = new CancellationTokenSource();
        var output = new StringBuilder();
        var command = DummyCommand.Of("wait") | PipeTarget.Merge(
            PipeTarget.ToStringBuilder(output),
            PipeTarget.ToDelegate(line => line == "Waiting." ? graceful.CancelAsync() : Task.CompletedTask));

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await command.ExecuteAsync(forceful.Token, graceful.Token));

        exception.CancellationToken.ShouldBe(graceful.Token);
        exception.Message.ShouldContain("gracefully terminated");
        output.ToString().ShouldContain("Canceled.");
    }

    [Fact]
    public async Task A_process_that_refuses_to_stop_gracefully_is_killed_by_the_other_token()
    {
        using var forceful = new CancellationTokenSource();
        using var graceful = new CancellationTokenSource();
        var command = DummyCommand.Of("refuse") | PipeTarget.ToDelegate(line =>
            (line == "Waiting." ? graceful : forceful).CancelAsync());

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await command.ExecuteAsync(forceful.Token, graceful.Token));

        exception.CancellationToken.ShouldBe(forceful.Token);
    }

    [Fact]
    public async Task Killing_ends_every_descendant_too()
    {
        const int depth = 3;
        await using var family = new Family();
        using var cancellation = new CancellationTokenSource();
        var task = DummyCommand.Of("family", $"{depth}", $"{family.Port}").ExecuteAsync(cancellation.Token);
        var members = await family.BornAsync(depth);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await task);

        // The test would wait for ever here for a survivor.
        await family.DeadAsync();
        members.Count.ShouldBe(depth);
        members.ShouldContain(task.ProcessId);
        members.Distinct().Count().ShouldBe(depth);
    }

    [Fact]
    public async Task Cancelling_a_chain_ends_all_of_its_processes()
    {
        await using var family = new Family();
        using var cancellation = new CancellationTokenSource();
        var first = DummyCommand.Of("family", "2", $"{family.Port}");
        var task = (first | DummyCommand.Of("copy", "out")).ExecuteAsync(cancellation.Token);
        var members = await family.BornAsync(2);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await task);

        await family.DeadAsync();
        members.ShouldNotContain(task.ProcessId);
    }

    [Fact]
    public async Task Buffered_execution_is_cancelled_like_any_other()
    {
        using var cancellation = new CancellationTokenSource();
        var command = DummyCommand.Of("wait") | (Action<string>)(_ => cancellation.Cancel());

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await command.ExecuteBufferedAsync(cancellation.Token));

        exception.CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task Cancellation_after_the_end_changes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var result = await DummyCommand.Of("exit", "0").ExecuteAsync(cancellation.Token, cancellation.Token);

        await cancellation.CancelAsync();

        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Listening_is_cancelled_by_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        var seen = new List<CommandEvent>();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var commandEvent in DummyCommand.Of("refuse").ListenAsync(cancellation.Token))
            {
                seen.Add(commandEvent);
                if (commandEvent is StandardOutputCommandEvent)
                    await cancellation.CancelAsync();
            }
        });

        exception.CancellationToken.ShouldBe(cancellation.Token);
        seen.Count.ShouldBe(2);
    }
}
