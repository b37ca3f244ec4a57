using System.Text;

namespace CliWrap.EventStream;

/// <summary>Runs commands as streams of events.</summary>
public static partial class EventStreamCommandExtensions
{
    /// <summary>
    /// The command as an observable: every subscription runs it and is told one event at a time. Ending a subscription does
    /// not end the process; the tokens do.
    /// </summary>
    public static IObservable<CommandEvent> Observe(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken) =>
        new CommandObservable(observer =>
        {
            var execution = command
                .WithStandardOutputPipe(PipeTarget.Merge(
                    command.StandardOutputPipe,
                    PipeTarget.ToDelegate(
                        line => observer.OnNext(new StandardOutputCommandEvent(line)),
                        standardOutputEncoding)))
                .WithStandardErrorPipe(PipeTarget.Merge(
                    command.StandardErrorPipe,
                    PipeTarget.ToDelegate(
                        line => observer.OnNext(new StandardErrorCommandEvent(line)),
                        standardErrorEncoding)))
                .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken);

            observer.OnNext(new StartedCommandEvent(execution.ProcessId));
            _ = ReportEndAsync(execution, observer);
        });

    /// <summary>The command as an observable; cancellation kills it.</summary>
    public static IObservable<CommandEvent> Observe(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default) =>
        command.Observe(standardOutputEncoding, standardErrorEncoding, cancellationToken, CancellationToken.None);

    /// <summary>The command as an observable; cancellation kills it.</summary>
    public static IObservable<CommandEvent> Observe(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default) =>
        command.Observe(encoding, encoding, cancellationToken);

    /// <summary>The command as an observable, decoded by <see cref="Encoding.Default"/>.</summary>
    public static IObservable<CommandEvent> Observe(
        this Command command,
        CancellationToken cancellationToken = default) =>
        command.Observe(Encoding.Default, cancellationToken);

    private static async Task ReportEndAsync(Task<CommandResult> execution, IObserver<CommandEvent> observer)
    {
        CommandResult result;

        try
        {
            result = await execution.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            observer.OnError(new TaskCanceledException(execution));
            return;
        }
        catch (Exception e)
        {
            observer.OnError(e);
            return;
        }

        observer.OnNext(new ExitedCommandEvent(result.ExitCode));
        observer.OnCompleted();
    }
}
