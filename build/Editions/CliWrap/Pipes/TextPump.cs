using System.Buffers;
using System.Text;

namespace CliWrap.Pipes;

/// <summary>Decodes what a process writes, as it comes.</summary>
internal static class TextPump
{
    private const int BufferSize = 1024;

    public static async Task AppendAsync(
        Stream origin,
        Encoding encoding,
        StringBuilder target,
        CancellationToken cancellationToken)
    {
        using var reader = Reader(origin, encoding);
        using var buffer = MemoryPool<char>.Shared.Rent(BufferSize);

        while (await reader.ReadAsync(buffer.Memory, cancellationToken).ConfigureAwait(false) is var read and > 0)
            target.Append(buffer.Memory[..read]);
    }

    public static async Task ForEachLineAsync(
        Stream origin,
        Encoding encoding,
        Func<string, CancellationToken, Task> handle,
        CancellationToken cancellationToken)
    {
        using var reader = Reader(origin, encoding);

        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            await handle(line, cancellationToken).ConfigureAwait(false);
    }

    private static StreamReader Reader(Stream origin, Encoding encoding) =>
        new(origin, encoding, detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);
}
