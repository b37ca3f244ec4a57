using System.IO.Pipelines;

namespace CliWrap.Pipes;

/// <summary>Gives each of several targets everything; the slowest sets the pace, and one that fails ends them all.</summary>
internal sealed class FanOutTarget(IReadOnlyList<PipeTarget> targets) : PipeTarget
{
    // Bounded by one read, so that a slow target holds the process back instead of filling memory.
    private static readonly PipeOptions Options = new(
        pauseWriterThreshold: StreamPump.BufferSize,
        resumeWriterThreshold: StreamPump.BufferSize / 2,
        useSynchronizationContext: false);

    public IReadOnlyList<PipeTarget> Targets { get; } = targets;

    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipes = Targets.Select(_ => new Pipe(Options)).ToArray();
        var readers = Task.WhenAll(Targets.Zip(pipes, (target, pipe) => ReadAsync(target, pipe.Reader, cancellation)));

        try
        {
            await WriteAsync(origin, pipes, cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A target failed, and its exception, thrown below, says why.
        }
        finally
        {
            foreach (var pipe in pipes)
                await pipe.Writer.CompleteAsync().ConfigureAwait(false);

            await readers.ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Stream origin, Pipe[] pipes, CancellationToken cancellationToken)
    {
        var buffer = new byte[StreamPump.BufferSize];

        while (await origin.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            // A target that has read all it wants has completed its end: writing to it does nothing.
            foreach (var pipe in pipes)
                await pipe.Writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ReadAsync(PipeTarget target, PipeReader reader, CancellationTokenSource cancellation)
    {
        try
        {
            var stream = reader.AsStream();
            await using (stream.ConfigureAwait(false))
                await target.CopyFromAsync(stream, cancellation.Token).ConfigureAwait(false);
        }
        catch
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
