using System.Net;

namespace k8s.Watching;

/// <summary>A watch's response: one event a line, read as they come.</summary>
internal sealed class EventStreamContent : HttpContent
{
    private readonly HttpContent _origin;

    private EventStreamContent(HttpContent origin, EventReader reader)
    {
        _origin = origin;
        Reader = reader;
    }

    public EventReader Reader { get; }

    /// <summary>Waits for the first event, as upstream does.</summary>
    /// <exception cref="EndOfStreamException">The server closed the watch without one.</exception>
    public static async Task<EventStreamContent> OpenAsync(HttpContent origin, CancellationToken cancellationToken)
    {
        var stream = await origin.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var lines = new StreamReader(stream);
        var first = await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new EndOfStreamException();

        return new EventStreamContent(origin, new EventReader(first, lines, cancellationToken));
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context) =>
        throw new NotSupportedException("A watch is read line by line.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Reader.Dispose();
            _origin.Dispose();
        }

        base.Dispose(disposing);
    }
}
