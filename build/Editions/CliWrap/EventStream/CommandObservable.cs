namespace CliWrap.EventStream;

/// <summary>Runs the delegate for every subscriber, who is told one thing at a time.</summary>
internal sealed class CommandObservable(Action<IObserver<CommandEvent>> subscribe) : IObservable<CommandEvent>
{
    public IDisposable Subscribe(IObserver<CommandEvent> observer)
    {
        var serial = new OneAtATime(observer);

        // Held while the command starts, so that its output does not overtake the event that says so.
        lock (serial.Gate)
            subscribe(serial);

        return new Subscription();
    }

    // Standard output and standard error are read at the same time; Rx requires that calls do not overlap.
    private sealed class OneAtATime(IObserver<CommandEvent> observer) : IObserver<CommandEvent>
    {
        public Lock Gate { get; } = new();

        public void OnNext(CommandEvent value)
        {
            lock (Gate)
                observer.OnNext(value);
        }

        public void OnError(Exception error)
        {
            lock (Gate)
                observer.OnError(error);
        }

        public void OnCompleted()
        {
            lock (Gate)
                observer.OnCompleted();
        }
    }

    private sealed class Subscription : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
