using System.Runtime.CompilerServices;

namespace k8s;

/// <summary>Reads a watch in the background and calls back for every event, until it is disposed or the server ends it.</summary>
public class Watcher<T> : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private bool _disposed;

    /// <summary>Begins to read.</summary>
    public Watcher(
        Func<Task<StreamReader>> streamReaderCreator,
        Action<WatchEventType, T> onEvent,
        Action<Exception> onError,
        Action onClosed = null)
        : this(async () => (TextReader)await streamReaderCreator().ConfigureAwait(false), onEvent, onError, onClosed)
    {
    }

    /// <summary>Begins to read.</summary>
    public Watcher(
        Func<Task<TextReader>> streamReaderCreator,
        Action<WatchEventType, T> onEvent,
        Action<Exception> onError,
        Action onClosed = null)
    {
        OnEvent += onEvent;
        OnError += onError;
        OnClosed += onClosed;

        var token = _cancellation.Token;
        _ = Task.Run(() => RunAsync(streamReaderCreator, token), CancellationToken.None);
    }

    /// <summary>Raised for every event.</summary>
    public event Action<WatchEventType, T> OnEvent;

    /// <summary>Raised for every failure: the server's, the connection's, or that of reading one event.</summary>
    public event Action<Exception> OnError;

    /// <summary>Raised once, at the end.</summary>
    public event Action OnClosed;

    /// <summary>Whether events are being read.</summary>
    public bool Watching { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    internal static async IAsyncEnumerable<(WatchEventType, T)> ReadEventsAsync(
        Func<Task<TextReader>> open,
        Action<Exception> onError,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = await open().WaitAsync(cancellationToken).ConfigureAwait(false);

        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();

            if (Parse(line, onError) is { } watchEvent)
                yield return (watchEvent.Type, watchEvent.Object);
        }
    }

    /// <summary>Stops reading.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;

        _disposed = true;
        _cancellation.Cancel();
        _cancellation.Dispose();
    }

    private static WatchEvent Parse(string line, Action<Exception> onError)
    {
        try
        {
            var unknown = KubernetesJson.Deserialize<Watcher<KubernetesObject>.WatchEvent>(line);

            if (unknown.Object.Kind != "Status")
                return KubernetesJson.Deserialize<WatchEvent>(line);

            // A stream that has begun with success can only report failure inside itself.
            onError?.Invoke(new KubernetesException(KubernetesJson.Deserialize<Watcher<V1Status>.WatchEvent>(line).Object));
        }
        catch (Exception e)
        {
            onError?.Invoke(e);
        }

        return null;
    }

    private async Task RunAsync(Func<Task<TextReader>> open, CancellationToken cancellationToken)
    {
        try
        {
            Watching = true;

            await foreach (var (type, item) in ReadEventsAsync(open, e => OnError?.Invoke(e), cancellationToken).ConfigureAwait(false))
                OnEvent?.Invoke(type, item);
        }
        catch (OperationCanceledException)
        {
            // Disposed: nobody waits for an error.
        }
        catch (Exception e)
        {
            OnError?.Invoke(e);
        }
        finally
        {
            Watching = false;
            OnClosed?.Invoke();
        }
    }

    /// <summary>One line of a watch.</summary>
    public class WatchEvent
    {
        /// <summary>What happened.</summary>
        [JsonPropertyName("type")]
        public WatchEventType Type { get; set; }

        /// <summary>The object, as it is after that.</summary>
        [JsonPropertyName("object")]
        public T Object { get; set; }
    }
}
