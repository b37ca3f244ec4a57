using System.Text;
using CliWrap.Exceptions;

namespace CliWrap.Buffered;

/// <summary>Runs commands and keeps what they write.</summary>
public static class BufferedCommandExtensions
{
    /// <summary>
    /// Runs the command and returns what it wrote, beside piping it where the command already does. The exception for a
    /// refused exit code carries standard error.
    /// </summary>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken)
    {
        var output = new StringBuilder();
        var error = new StringBuilder();

        return command
            .WithStandardOutputPipe(PipeTarget.Merge(
                command.StandardOutputPipe,
                PipeTarget.ToStringBuilder(output, standardOutputEncoding)))
            .WithStandardErrorPipe(PipeTarget.Merge(
                command.StandardErrorPipe,
                PipeTarget.ToStringBuilder(error, standardErrorEncoding)))
            .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken)
            .Bind(task => BufferAsync(task, output, error));
    }

    /// <summary>Runs the command and returns what it wrote; cancellation kills it.</summary>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(
            standardOutputEncoding,
            standardErrorEncoding,
            cancellationToken,
            CancellationToken.None);

    /// <summary>Runs the command and returns what it wrote; cancellation kills it.</summary>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(encoding, encoding, cancellationToken);

    /// <summary>Runs the command and returns what it wrote, decoded by <see cref="Encoding.Default"/>.</summary>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(Encoding.Default, cancellationToken);

    private static async Task<BufferedCommandResult> BufferAsync(
        Task<CommandResult> execution,
        StringBuilder output,
        StringBuilder error)
    {
        try
        {
            var result = await execution.ConfigureAwait(false);
            return new BufferedCommandResult(
                result.ExitCode,
                result.StartTime,
                result.ExitTime,
                output.ToString(),
                error.ToString());
        }
        catch (CommandExecutionException e)
        {
            throw new CommandExecutionException(
                e.Command,
                e.ExitCode,
                $"""
                 Command execution failed, see the inner exception for details.

                 Standard error:
                 {error.ToString().Trim()}
                 """,
                e);
        }
    }
}
