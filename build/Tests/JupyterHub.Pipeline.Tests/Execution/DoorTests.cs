using System.Net;
using System.Net.Sockets;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class DoorTests
{
    private static readonly DoorRetry Quick = new() { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) };
    private readonly Door _door = new(DoorName.Kubernetes) { Retry = Quick };
    private int _attempts;

    [Fact]
    public async Task A_read_is_tried_again_after_a_transient_failure()
    {
        (await _door.ReadAsync("get", Failing(2, new HttpRequestException("reset")), default)).ShouldBe("done");
        _attempts.ShouldBe(3);
        (_door.Reads, _door.Writes).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_read_gives_up_with_the_last_failure()
    {
        (await Should.ThrowAsync<HttpRequestException>(_door.ReadAsync("get", Failing(99, new HttpRequestException("still down")), default))).Message.ShouldBe("still down");
        _attempts.ShouldBe(Quick.Attempts);
    }

    [Fact]
    public async Task A_failure_that_stays_is_not_tried_again()
    {
        await Should.ThrowAsync<HttpRequestException>(_door.ReadAsync("get", Failing(9, new HttpRequestException("no", null, HttpStatusCode.Forbidden)), default));
        await Should.ThrowAsync<ProblemException>(_door.ReadAsync("get", Failing(9, new ProblemException(new Problem(ExecutionProblems.Interrupted, ""))), default));
        _attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_write_whose_effect_is_unknown_is_made_once()
    {
        await Should.ThrowAsync<HttpRequestException>(_door.WriteAsync("create", Failing(9, new HttpRequestException("reset")), default));
        _attempts.ShouldBe(1);
        _door.Writes.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_may_be_repeated_or_was_never_sent_is_tried_again()
    {
        await _door.WriteAsync("apply", Failing(1, new HttpRequestException("reset")), default, idempotent: true);
        var refused = new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
        await _door.WriteAsync("create", Failing(2, refused), default);
        await _door.WriteAsync("create", Failing(3, new HttpRequestException("later", null, HttpStatusCode.TooManyRequests)), default);
        _attempts.ShouldBe(4);
        _door.Writes.ShouldBe(3);
    }

    [Fact]
    public async Task The_caller_says_what_is_transient_and_how_long_to_wait()
    {
        var asked = new List<Exception>();
        var retry = Quick with
        {
            IsTransient = exception => exception is InvalidDataException,
            RetryAfter = exception =>
            {
                asked.Add(exception);
                return TimeSpan.FromHours(1);
            },
        };
        await _door.ReadAsync("query", Failing(1, new InvalidDataException()), default, retry);
        asked.ShouldHaveSingleItem();
        _attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_tried_again()
    {
        using var cancellation = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(_door.ReadAsync<string>("get", token =>
        {
            _attempts++;
            cancellation.Cancel();
            token.ThrowIfCancellationRequested();
            throw new HttpRequestException();
        }, cancellation.Token));
        _attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_door_that_is_read_only_lets_no_write_pass()
    {
        var doors = new Doors(readOnly: true);
        foreach (var door in doors.All)
        {
            (await door.ReadAsync("get", Failing(0, new InvalidOperationException()), default)).ShouldBe("done");
            var refused = await Should.ThrowAsync<ProblemException>(() => door.WriteAsync("delete Namespace hub", Failing(0, new InvalidOperationException()), default));
            refused.Problems.ShouldHaveSingleItem().Code.Id.ShouldBe("HUB1906");
            refused.Message.ShouldContain("delete Namespace hub");
        }
        doors.Writes.ShouldBe(0);
        doors[DoorName.Dns].Name.ShouldBe(DoorName.Dns);
    }

    [Fact]
    public async Task A_second_attempt_is_shown_as_progress()
    {
        var shown = new List<string>();
        using (TargetProgress.Receive(shown.Add))
            await _door.ReadAsync("get Namespace hub", Failing(1, new HttpRequestException("connection reset")), default);
        shown.ShouldBe(["get Namespace hub: connection reset"]);
    }

    private Func<CancellationToken, Task<string>> Failing(int times, Exception exception) => _ =>
    {
        _attempts++;
        return _attempts <= times ? Task.FromException<string>(exception) : Task.FromResult("done");
    };
}
