using System.Text;
using CliWrap.EventStream;
using CliWrap.Exceptions;

namespace CliWrap.Tests;

public sealed class EventStreamSpecs
{
    [Fact]
    public async Task Listening_yields_the_start_every_line_and_the_exit()
    {
        var events = new List<CommandEvent>();

        await foreach (var commandEvent in DummyCommand.Of("lines", "500", "both").ListenAsync())
            events.Add(commandEvent);

        events[0].ShouldBeOfType<StartedCommandEvent>().ProcessId.ShouldBeGreaterThan(0);
        events[^1].ShouldBeOfType<ExitedCommandEvent>().ExitCode.ShouldBe(0);
        var lines = Enumerable.Range(0, 500).Select(i => $"line {i}").ToArray();
        events.OfType<StandardOutputCommandEvent>().Select(e => e.Text).ShouldBe(lines);
        events.OfType<StandardErrorCommandEvent>().Select(e => e.Text).ShouldBe(lines);
        events.Count.ShouldBe(1002);
    }

    [Fact]
    public async Task Listening_to_a_command_that_fails_ends_in_its_exception()
    {
        var events = new List<CommandEvent>();

        var exception = await Should.ThrowAsync<CommandExecutionException>(async () =>
        {
            await foreach (var commandEvent in DummyCommand.Of("exit", "9").ListenAsync(Encoding.UTF8))
                events.Add(commandEvent);
        });

        exception.ExitCode.ShouldBe(9);
        events.ShouldContain(e => e is StandardErrorCommandEvent);
        events.ShouldNotContain(e => e is ExitedCommandEvent);
    }

    [Fact]
    public async Task A_listener_may_leave_early_and_sees_no_line_more()
    {
        var lines = new List<string>();

        await foreach (var commandEvent in DummyCommand.Of("lines", "100000", "out").ListenAsync())
        {
            if (commandEvent is not StandardOutputCommandEvent line)
                continue;

            lines.Add(line.Text);
            if (lines.Count == 4)
                break;
        }

        lines.ShouldBe(["line 0", "line 1", "line 2", "line 3"]);
    }

    [Fact]
    public async Task Observing_pushes_the_same_events_and_completes()
    {
        var observer = new Recorder();

        DummyCommand.Of("lines", "200", "both").Observe().Subscribe(observer);
        await observer.Completion;

        observer.Events[0].ShouldBeOfType<StartedCommandEvent>();
        observer.Events[^1].ShouldBeOfType<ExitedCommandEvent>();
        observer.Events.OfType<StandardOutputCommandEvent>().Count().ShouldBe(200);
        observer.Events.OfType<StandardErrorCommandEvent>().Count().ShouldBe(200);
    }

    [Fact]
    public async Task Observing_a_command_that_fails_or_is_cancelled_ends_in_an_error()
    {
        var failed = new Recorder();
        DummyCommand.Of("exit", "4").Observe().Subscribe(failed);
        (await Should.ThrowAsync<CommandExecutionException>(() => failed.Completion)).ExitCode.ShouldBe(4);

        using var cancellation = new CancellationTokenSource();
        var cancelled = new Recorder(e =>
        {
            if (e is StandardOutputCommandEvent)
                cancellation.Cancel();
        });
        DummyCommand.Of("wait").Observe(cancellation.Token).Subscribe(cancelled);
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled.Completion);
    }

    private sealed class Recorder(Action<CommandEvent>? onNext = null) : IObserver<CommandEvent>
    {
        private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<CommandEvent> Events { get; } = [];

        public Task Completion => _completion.Task;

        public void OnNext(CommandEvent value)
        {
            Events.Add(value);
            onNext?.Invoke(value);
        }

        public void OnError(Exception error) => _completion.SetException(error);

        public void OnCompleted() => _completion.SetResult();
    }
}
