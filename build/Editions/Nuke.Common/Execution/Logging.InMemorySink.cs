using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

public static partial class Logging
{
    /// <summary>Keeps warnings and errors for the end of the build.</summary>
    public class InMemorySink : ILogEventSink, IDisposable
    {
        private readonly List<LogEvent> _logEvents = [];

        private InMemorySink()
        {
        }

        public static InMemorySink Instance { get; } = new();

        public IReadOnlyCollection<LogEvent> LogEvents
        {
            get
            {
                lock (_logEvents)
                    return _logEvents.ToArray();
            }
        }

        public void Emit(LogEvent logEvent)
        {
            lock (_logEvents)
                _logEvents.Add(logEvent);
        }

        public void Dispose()
        {
            lock (_logEvents)
                _logEvents.Clear();
        }
    }
}
