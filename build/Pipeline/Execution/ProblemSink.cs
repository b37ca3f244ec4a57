using JupyterHub.Pipeline.Problems;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Says failures in the words of the person who meets them. Problems are shown as code, place, cause and next step; stack traces go to the log
/// file, and those of mistakes to the end of the output as well.
/// </summary>
internal sealed class ProblemSink(ILogEventSink inner, Func<bool> interrupted) : ILogEventSink
{
    /// <summary>What NUKE logs, with the exception, when a target has failed.</summary>
    public const string TargetFailedTemplate = "Target {TargetName} has thrown an exception";

    private static readonly MessageTemplateParser Parser = new();
    private static readonly MessageTemplate Plain = Parser.Parse("{Message:l}");

    private readonly Lock _lock = new();
    private readonly List<(string Target, Exception Exception)> _bugs = [];

    /// <summary>Mistakes in the build that have come up, in order.</summary>
    public IReadOnlyList<(string Target, Exception Exception)> Bugs
    {
        get
        {
            lock (_lock)
                return [.. _bugs];
        }
    }

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Exception is not { } exception || logEvent.Level < LogEventLevel.Warning)
            inner.Emit(logEvent);
        else if (logEvent.MessageTemplate.Text == TargetFailedTemplate)
            EmitFailure(logEvent, exception);
        else if (TargetFailure.Problems(exception) is { } problems)
            Emit(logEvent, $"{logEvent.RenderMessage()}\n{Text(problems)}");
        else
            inner.Emit(logEvent);
    }

    private void EmitFailure(LogEvent logEvent, Exception exception)
    {
        var target = logEvent.Properties.TryGetValue("TargetName", out var value) && value is ScalarValue { Value: string name } ? name : "";
        inner.Emit(new LogEvent(logEvent.Timestamp, LogEventLevel.Verbose, exception, Parser.Parse("{TargetName:l}"), Properties(logEvent)));
        if (TargetFailure.Problems(exception) is { } problems)
        {
            foreach (var problem in problems.Problems)
                Emit(logEvent, problem.ToString());
        }
        else if (interrupted())
        {
            // What a target throws when its processes and connections are taken away is no news.
            inner.Emit(new LogEvent(logEvent.Timestamp, LogEventLevel.Information, exception: null, Parser.Parse("Interrupted"), []));
        }
        else if (TargetFailure.IsBug(exception))
        {
            lock (_lock)
                _bugs.Add((target, exception));
            Emit(logEvent, $"{exception.GetType().Name}: {exception.Message}");
        }
        else
        {
            Emit(logEvent, exception.Message);
        }
    }

    private void Emit(LogEvent original, string message) =>
        inner.Emit(new LogEvent(original.Timestamp, original.Level, exception: null, Plain, [.. Properties(original), new LogEventProperty("Message", new ScalarValue(message))]));

    private static IEnumerable<LogEventProperty> Properties(LogEvent logEvent) => logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value));

    private static string Text(ProblemException problems) => string.Join('\n', problems.Problems);
}
