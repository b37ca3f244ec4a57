namespace Nuke.Common.Tests;

public sealed class ControlFlowTests
{
    [Fact]
    public void An_action_is_repeated_until_it_succeeds_and_cleaned_up_each_time()
    {
        var (attempts, cleanups) = (0, 0);

        ControlFlow.ExecuteWithRetry(
            () =>
            {
                if (++attempts < 3)
                    throw new InvalidOperationException();
            },
            () => cleanups++,
            logAction: _ => { });

        attempts.ShouldBe(3);
        cleanups.ShouldBe(3);
    }

    [Fact]
    public void The_last_failure_is_told()
    {
        var attempts = 0;

        var exception = Should.Throw<Exception>(() => ControlFlow.ExecuteWithRetry(
            () => throw new InvalidOperationException($"failure {++attempts}"),
            retryAttempts: 2,
            logAction: _ => { }));

        exception.Message.ShouldContain("after 2 attempts");
        exception.Message.ShouldContain("failure 2");
    }

    [Fact]
    public void Errors_can_be_suppressed() =>
        ControlFlow.SuppressErrors<string>(() => throw new InvalidOperationException(), "default", logWarning: false).ShouldBe("default");
}
