using System.Text;
using CliWrap.Pipes;

namespace CliWrap;

/// <summary>Where a process's standard output or standard error goes.</summary>
public abstract class PipeTarget
{
    /// <summary>
    /// Nowhere: the stream is closed, so a process that still writes to it gets a broken pipe. To let it write and drop
    /// what it wrote, pipe to <see cref="Stream.Null"/>.
    /// </summary>
    public static PipeTarget Null { get; } = Create((_, cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask);

    /// <summary>Reads everything that the process writes.</summary>
    public abstract Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default);

    /// <summary>A target that the delegate implements.</summary>
    public static PipeTarget Create(Func<Stream, CancellationToken, Task> handlePipeAsync) =>
        new DelegateTarget(handlePipeAsync);

    /// <summary>A target that the delegate implements.</summary>
    public static PipeTarget Create(Action<Stream> handlePipe) => Create((origin, _) =>
    {
        handlePipe(origin);
        return Task.CompletedTask;
    });

    /// <summary>The stream, flushed after every read if so asked.</summary>
    public static PipeTarget ToStream(Stream stream, bool autoFlush) =>
        Create((origin, cancellationToken) => StreamPump.CopyAsync(origin, stream, autoFlush, cancellationToken));

    /// <summary>The stream, flushed after every read.</summary>
    public static PipeTarget ToStream(Stream stream) => ToStream(stream, true);

    /// <summary>The file, created or emptied when the process runs.</summary>
    public static PipeTarget ToFile(string filePath) => Create(async (origin, cancellationToken) =>
    {
        var target = File.Create(filePath);
        await using (target.ConfigureAwait(false))
            await origin.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>The builder, as text decoded by the encoding.</summary>
    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder, Encoding encoding) =>
        Create((origin, cancellationToken) => TextPump.AppendAsync(origin, encoding, stringBuilder, cancellationToken));

    /// <summary>The builder, as text decoded by <see cref="Encoding.Default"/>.</summary>
    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder) =>
        ToStringBuilder(stringBuilder, Encoding.Default);

    /// <summary>The delegate, once for every line; the process waits while it runs.</summary>
    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync, Encoding encoding) =>
        Create((origin, cancellationToken) => TextPump.ForEachLineAsync(origin, encoding, handleLineAsync, cancellationToken));

    /// <summary>The delegate, once for every line, decoded by <see cref="Encoding.Default"/>.</summary>
    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    /// <summary>The delegate, once for every line.</summary>
    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync, Encoding encoding) =>
        ToDelegate((line, _) => handleLineAsync(line), encoding);

    /// <summary>The delegate, once for every line, decoded by <see cref="Encoding.Default"/>.</summary>
    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    /// <summary>The delegate, once for every line.</summary>
    public static PipeTarget ToDelegate(Action<string> handleLine, Encoding encoding) => ToDelegate(
        line =>
        {
            handleLine(line);
            return Task.CompletedTask;
        },
        encoding);

    /// <summary>The delegate, once for every line, decoded by <see cref="Encoding.Default"/>.</summary>
    public static PipeTarget ToDelegate(Action<string> handleLine) => ToDelegate(handleLine, Encoding.Default);

    /// <summary>All the targets, each receiving everything.</summary>
    public static PipeTarget Merge(IEnumerable<PipeTarget> targets)
    {
        var merged = targets
            .SelectMany(target => target is FanOutTarget fanOut ? fanOut.Targets : [target])
            .Where(target => target != Null)
            .ToArray();

        return merged switch
        {
            [] => Null,
            [var only] => only,
            _ => new FanOutTarget(merged),
        };
    }

    /// <summary>All the targets, each receiving everything.</summary>
    public static PipeTarget Merge(params PipeTarget[] targets) => Merge((IEnumerable<PipeTarget>)targets);

    private sealed class DelegateTarget(Func<Stream, CancellationToken, Task> handlePipeAsync) : PipeTarget
    {
        public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default) =>
            await handlePipeAsync(origin, cancellationToken).ConfigureAwait(false);
    }
}
