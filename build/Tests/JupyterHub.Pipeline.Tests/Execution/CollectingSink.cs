using Serilog.Core;
using Serilog.Events;

namespace JupyterHub.Pipeline.Tests.Execution;

internal sealed class CollectingSink : ILogEventSink
{
    public List<LogEvent> Events { get; } = [];

    public IEnumerable<string> Messages => Events.Select(logEvent => logEvent.RenderMessage());

    public void Emit(LogEvent logEvent) => Events.Add(logEvent);
}
