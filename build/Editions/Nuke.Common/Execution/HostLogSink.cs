using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Tells the host of warnings and errors, which build servers annotate.</summary>
internal sealed class HostLogSink(Host host) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level == LogEventLevel.Warning)
            host.ReportWarning(LogText.MessageOf(logEvent), logEvent.Exception?.ToString());
        else if (logEvent.Level > LogEventLevel.Warning)
            host.ReportError(LogText.MessageOf(logEvent), logEvent.Exception?.ToString());
    }
}
