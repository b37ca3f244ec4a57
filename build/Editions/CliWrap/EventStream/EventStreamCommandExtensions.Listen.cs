using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;

namespace CliWrap.EventStream;

public static partial class EventStreamCommandExtensions
{
    /// <summary>
    /// Runs the command as a sequence of events that the reader pulls: the process waits while a line is not taken. The
    /// process starts with the enumeration, which throws what the execution throws.
    /// </summary>
    public static async IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        [EnumeratorCancellation] CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken)
    {
        var events = Channel.CreateBounded<CommandEvent>(new BoundedChannelOptions(1) { SingleReader = true });

        var execution = command
            .WithStandardOutputPipe(PipeTarget.Merge(
                command.StandardOutputPipe,
                PipeTarget.ToDelegate(
                    (line, token) => events.Writer.WriteAsync(new StandardOutputCommandEvent(line), token).AsTask(),
                    standardOutputEncoding)))
            .WithStandardErrorPipe(PipeTarget.Merge(
                command.StandardErrorPipe,
                PipeTarget.ToDelegate(
                    (line, token) => events.Writer.WriteAsync(new StandardErrorCommandEvent(line), token).AsTask(),
                    standardErrorEncoding)))
            .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken);

        // However the execution ends, the reader must see the end of the events.
        _ = execution.Task.ContinueWith(
            _ => events.Writer.TryComplete(),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);

        try
        {
            yield return new StartedCommandEvent(execution.ProcessId);

            await foreach (var commandEvent in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return commandEvent;
        }
        finally
        {
            // A reader that leaves early must not hold the pipes: their next write fails, and they close.
            events.Writer.TryComplete();
        }

        var result = await execution.ConfigureAwait(false);
        yield return new ExitedCommandEvent(result.ExitCode);
    }

    /// <summary>Runs the command as a sequence of events; cancellation kills it.</summary>
    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default) =>
        command.ListenAsync(standardOutputEncoding, standardErrorEncoding, cancellationToken, CancellationToken.None);

    /// <summary>Runs the command as a sequence of events; cancellation kills it.</summary>
    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default) =>
        command.ListenAsync(encoding, encoding, cancellationToken);

    /// <summary>Runs the command as a sequence of events, decoded by <see cref="Encoding.Default"/>.</summary>
    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        CancellationToken cancellationToken = default) =>
        command.ListenAsync(Encoding.Default, cancellationToken);
}
