using System.Threading.Channels;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>What a controller has to look at next: each object at most once, in the order of their first mention.</summary>
internal sealed class ControllerQueue(TimeProvider time) : IDisposable
{
    private readonly Channel<ObjectKey> _order = Channel.CreateUnbounded<ObjectKey>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<ObjectKey> _waiting = [];
    private readonly Dictionary<ObjectKey, ITimer> _later = [];
    private readonly Lock _gate = new();
    private bool _busy;

    /// <summary>Whether nothing waits and nothing is looked at.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _waiting.Count == 0 && !_busy;
        }
    }

    public void Add(ObjectKey key)
    {
        lock (_gate)
        {
            if (_waiting.Add(key))
                _order.Writer.TryWrite(key);
        }
    }

    /// <summary>Adds the object after a while, instead of at the time that was asked for before.</summary>
    public void AddLater(ObjectKey key, TimeSpan delay)
    {
        lock (_gate)
        {
            if (_later.Remove(key, out var earlier))
                earlier.Dispose();
            _later[key] = time.CreateTimer(_ => Add(key), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The next object. It may be added again from now on, to be looked at once more.</summary>
    public async ValueTask<ObjectKey> TakeAsync(CancellationToken cancellation)
    {
        var key = await _order.Reader.ReadAsync(cancellation);
        lock (_gate)
        {
            _waiting.Remove(key);
            _busy = true;
        }
        return key;
    }

    /// <summary>What was taken last has been dealt with.</summary>
    public void Done()
    {
        lock (_gate)
            _busy = false;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _later.Values)
                timer.Dispose();
            _later.Clear();
        }
    }
}
