namespace k8s.Watching;

/// <summary>The lines of a watch, of which the first has been read already.</summary>
internal sealed class EventReader(string first, StreamReader rest, CancellationToken requestToken) : TextReader
{
    private string _first = first;

    public override Task<string> ReadLineAsync() => ReadLineAsync(requestToken).AsTask();

    public override async ValueTask<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _first, null) is { } line)
            return line;

        // The watch ends with its request as well as with its reader.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(requestToken, cancellationToken);
        return await rest.ReadLineAsync(either.Token).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();

        base.Dispose(disposing);
    }
}
