using System.Buffers;

namespace CliWrap.Pipes;

/// <summary>Copies a stream so that what has been read is seen by the other side without delay.</summary>
internal static class StreamPump
{
    public const int BufferSize = 81920;

    public static async Task CopyAsync(Stream source, Stream destination, bool autoFlush, CancellationToken cancellationToken)
    {
        using var buffer = MemoryPool<byte>.Shared.Rent(BufferSize);

        while (await source.ReadAsync(buffer.Memory, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            await destination.WriteAsync(buffer.Memory[..read], cancellationToken).ConfigureAwait(false);

            if (autoFlush)
                await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
