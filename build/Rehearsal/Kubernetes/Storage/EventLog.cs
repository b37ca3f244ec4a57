using System.Threading.Channels;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>The recent changes, for watches that start in the past, and the watches that wait for the next ones. Guarded by the store's lock.</summary>
internal sealed class EventLog(long start)
{
    private const int MostEvents = 8192;
    private const long MostBytes = 24 << 20;

    private readonly Queue<ClusterEvent> _recent = new();
    private readonly HashSet<Channel<ClusterEvent>> _watches = [];
    private long _bytes;

    /// <summary>Changes after this version can be replayed.</summary>
    public long Oldest { get; private set; } = start;

    public void Add(ClusterEvent change)
    {
        _recent.Enqueue(change);
        _bytes += change.Stored.Json.Length;
        while (_recent.Count > MostEvents || (_bytes > MostBytes && _recent.Count > 1))
        {
            var dropped = _recent.Dequeue();
            _bytes -= dropped.Stored.Json.Length;
            Oldest = dropped.ResourceVersion;
        }
        foreach (var watch in _watches)
            watch.Writer.TryWrite(change);
    }

    public IEnumerable<ClusterEvent> Since(long version) => _recent.Where(change => change.ResourceVersion > version);

    public Channel<ClusterEvent> Subscribe()
    {
        var watch = Channel.CreateUnbounded<ClusterEvent>(new UnboundedChannelOptions { SingleReader = true });
        _watches.Add(watch);
        return watch;
    }

    public void Unsubscribe(Channel<ClusterEvent> watch) => _watches.Remove(watch);

    public void Complete()
    {
        foreach (var watch in _watches)
            watch.Writer.TryComplete();
    }
}
