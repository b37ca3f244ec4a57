using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>Runs controllers: one watch of the cluster feeds one queue for each. Disposing it stops them all.</summary>
internal sealed class ControllerHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(Controller Controller, ControllerQueue Queue)> _controllers;
    private readonly List<Task> _running = [];
    private readonly ControllerLog _log;
    private readonly ClusterStore _store;
    private readonly Lock _gate = new();
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _seen = -1;
    private bool _initial;

    public ControllerHost(ClusterStore store, TimeProvider time, ControllerLog log, IEnumerable<Controller> controllers)
    {
        _log = log;
        _store = store;
        _controllers = [.. controllers.Select(controller => (controller, new ControllerQueue(time)))];
        _running.Add(DispatchAsync(store));
        _running.AddRange(_controllers.Select(each => Task.Run(() => WorkAsync(each.Controller, each.Queue))));
    }

    /// <summary>Completes when every change so far has been looked at and led to no other, delayed work apart.</summary>
    public async Task IdleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                next = _progress.Task;
                if (_seen >= _store.ResourceVersion && _controllers.TrueForAll(each => each.Queue.IsIdle))
                    return;
            }
            await next.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        foreach (var (_, queue) in _controllers)
            queue.Dispose();
        _stop.Dispose();
    }

    private async Task DispatchAsync(ClusterStore store)
    {
        await Task.Yield();
        try
        {
            await foreach (var change in store.Watch(type: null, fromVersion: null, _stop.Token))
            {
                if (change.Type == ClusterEventType.Bookmark)
                {
                    _initial = true;
                    Progress(change.ResourceVersion);
                    continue;
                }
                var seen = new ClusterChange(change);
                foreach (var (controller, queue) in _controllers)
                {
                    Offer(controller, queue, seen);
                }
                if (_initial)
                    Progress(change.ResourceVersion);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private void Offer(Controller controller, ControllerQueue queue, ClusterChange change)
    {
        try
        {
            foreach (var key in controller.Affected(change))
                queue.Add(key);
        }
        catch (Exception problem)
        {
            // One object that a controller cannot read must not stop the others.
            _log.Failed(controller.GetType().Name, change.Key, problem);
        }
    }

    private async Task WorkAsync(Controller controller, ControllerQueue queue)
    {
        try
        {
            var failures = new Dictionary<ObjectKey, int>();
            while (true)
            {
                var key = await queue.TakeAsync(_stop.Token);
                try
                {
                    if (await controller.ReconcileAsync(key, _stop.Token) is { } delay)
                        queue.AddLater(key, delay);
                    failures.Remove(key);
                }
                catch (ApiStatusException refused) when (refused.IsNotFound || refused.IsAlreadyExists)
                {
                    // Something else was faster; its change comes through the watch.
                }
                catch (Exception problem) when (problem is not OperationCanceledException)
                {
                    var count = failures[key] = failures.GetValueOrDefault(key) + 1;
                    _log.Failed(controller.GetType().Name, key, problem);
                    queue.AddLater(key, TimeSpan.FromMilliseconds(Math.Min(1000 * 60, 5 * Math.Pow(2, count))));
                }
                finally
                {
                    queue.Done();
                    if (queue.IsIdle)
                        Progress(null);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private void Progress(long? seen)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            _seen = seen ?? _seen;
            waiting = _progress;
            _progress = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        waiting.SetResult();
    }
}
