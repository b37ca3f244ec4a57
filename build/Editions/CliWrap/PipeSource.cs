using System.Text;
using CliWrap.Pipes;

namespace CliWrap;

/// <summary>Where a process's standard input comes from.</summary>
public abstract class PipeSource
{
    /// <summary>Nothing: the process sees the end of its input at once.</summary>
    public static PipeSource Null { get; } = Create((_, cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask);

    /// <summary>Writes everything to the process's standard input.</summary>
    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    /// <summary>A source that the delegate implements.</summary>
    public static PipeSource Create(Func<Stream, CancellationToken, Task> handlePipeAsync) =>
        new DelegateSource(handlePipeAsync);

    /// <summary>A source that the delegate implements.</summary>
    public static PipeSource Create(Action<Stream> handlePipe) => Create((destination, _) =>
    {
        handlePipe(destination);
        return Task.CompletedTask;
    });

    /// <summary>The stream's remaining content, flushed after every read if so asked.</summary>
    public static PipeSource FromStream(Stream stream, bool autoFlush) =>
        Create((destination, cancellationToken) => StreamPump.CopyAsync(stream, destination, autoFlush, cancellationToken));

    /// <summary>The stream's remaining content, flushed after every read.</summary>
    public static PipeSource FromStream(Stream stream) => FromStream(stream, true);

    /// <summary>The file's content; it is opened when the process runs.</summary>
    public static PipeSource FromFile(string filePath) => Create(async (destination, cancellationToken) =>
    {
        var source = File.OpenRead(filePath);
        await using (source.ConfigureAwait(false))
            await source.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>The bytes.</summary>
    public static PipeSource FromBytes(ReadOnlyMemory<byte> data) => Create((destination, cancellationToken) =>
        destination.WriteAsync(data, cancellationToken).AsTask());

    /// <summary>The bytes.</summary>
    public static PipeSource FromBytes(byte[] data) => FromBytes((ReadOnlyMemory<byte>)data);

    /// <summary>The bytes.</summary>
    [Obsolete("Use FromBytes(ReadOnlyMemory<byte>) instead")]
    public static PipeSource FromMemory(ReadOnlyMemory<byte> data) => FromBytes(data);

    /// <summary>The text in the encoding.</summary>
    public static PipeSource FromString(string str, Encoding encoding) => FromBytes(encoding.GetBytes(str));

    /// <summary>The text, encoded as <see cref="Console.InputEncoding"/>.</summary>
    public static PipeSource FromString(string str) => FromString(str, Console.InputEncoding);

    /// <summary>
    /// The standard output of another command, which runs as long as this pipe is read; the delegate copies from it to the
    /// process.
    /// </summary>
    public static PipeSource FromCommand(Command command, Func<Stream, Stream, CancellationToken, Task> copyStreamAsync) =>
        Create((destination, cancellationToken) => command
            .WithStandardOutputPipe(PipeTarget.Create((source, innerToken) => copyStreamAsync(source, destination, innerToken)))
            .ExecuteAsync(cancellationToken));

    /// <summary>The standard output of another command, which runs as long as this pipe is read.</summary>
    public static PipeSource FromCommand(Command command) => FromCommand(
        command,
        (source, destination, cancellationToken) => source.CopyToAsync(destination, cancellationToken));

    private sealed class DelegateSource(Func<Stream, CancellationToken, Task> handlePipeAsync) : PipeSource
    {
        public override async Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
            await handlePipeAsync(destination, cancellationToken).ConfigureAwait(false);
    }
}
