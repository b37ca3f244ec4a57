using Nuke.Common.Execution.Theming;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Execution;

/// <summary>Writes log events to the console: <c>12:34:56 [INF] Text</c>, and the exception below.</summary>
internal sealed class ConsoleLogSink(HostTheme theme, bool timestamps, bool targets = false) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        lock (ConsoleOutput.Lock)
        {
            var output = ConsoleOutput.Writer;
            if (timestamps)
            {
                theme.Write(output, ThemeStyle.SecondaryText, logEvent.Timestamp.ToString("HH:mm:ss"));
                theme.Write(output, ThemeStyle.TertiaryText, " ");
            }

            theme.Write(output, ThemeStyle.TertiaryText, "[");
            theme.Write(output, StyleOf(logEvent.Level), LogText.LevelOf(logEvent.Level));
            theme.Write(output, ThemeStyle.TertiaryText, "] ");
            if (targets)
            {
                theme.Write(output, ThemeStyle.SecondaryText, LogText.TargetOf(logEvent));
                theme.Write(output, ThemeStyle.TertiaryText, ": ");
            }

            WriteMessage(output, logEvent);
            output.WriteLine();
            if (!targets && logEvent.Exception is { } exception)
                WriteException(output, exception);
        }
    }

    private void WriteMessage(TextWriter output, LogEvent logEvent)
    {
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is not PropertyToken property)
                theme.Write(output, ThemeStyle.Text, token.ToString());
            else if (logEvent.Properties.TryGetValue(property.PropertyName, out var value))
                theme.Write(output, ThemeStyle.Value, LogText.Align(LogText.ValueOf(value, property.Format), property.Alignment));
            else
                theme.Write(output, ThemeStyle.Invalid, property.ToString());
        }
    }

    private void WriteException(TextWriter output, Exception exception)
    {
        using var lines = new StringReader(exception.ToString());
        while (lines.ReadLine() is { } line)
        {
            theme.Write(output, line.StartsWith("   ", StringComparison.Ordinal) ? ThemeStyle.SecondaryText : ThemeStyle.Text, line);
            output.WriteLine();
        }
    }

    private static ThemeStyle StyleOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => ThemeStyle.Verbose,
        LogEventLevel.Debug => ThemeStyle.Debug,
        LogEventLevel.Information => ThemeStyle.Information,
        LogEventLevel.Warning => ThemeStyle.Warning,
        LogEventLevel.Error => ThemeStyle.Error,
        _ => ThemeStyle.Fatal
    };
}
