using Nuke.Common.Utilities;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Adds the running target to log events. There is one for the process, as upstream; who runs several at once sees to it himself.</summary>
internal sealed class ExecutingTargetEnricher : ILogEventEnricher
{
    private const int NameLength = 20;

    private static LogEventProperty s_current = PropertyOf(string.Empty);

    public static ExecutingTargetEnricher Instance { get; } = new();

    public static IDisposable SetTarget(string name)
    {
        var previous = s_current;
        s_current = PropertyOf(name);
        return DelegateDisposable.CreateBracket(cleanup: () => s_current = previous);
    }

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.AddOrUpdateProperty(s_current);

    private static LogEventProperty PropertyOf(string name) =>
        new(LogText.TargetProperty, new ScalarValue(name[..Math.Min(name.Length, NameLength)]));
}
