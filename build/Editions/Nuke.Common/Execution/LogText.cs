using System.Text;
using Nuke.Common.Utilities;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Execution;

/// <summary>Renders the parts of a log event as text.</summary>
internal static class LogText
{
    public const string TargetProperty = "ExecutingTarget";

    /// <summary>The level in three letters.</summary>
    public static string LevelOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "VRB",
        LogEventLevel.Debug => "DBG",
        LogEventLevel.Information => "INF",
        LogEventLevel.Warning => "WRN",
        LogEventLevel.Error => "ERR",
        _ => "FTL"
    };

    public static string TargetOf(LogEvent logEvent) =>
        logEvent.Properties.TryGetValue(TargetProperty, out var value) && value is ScalarValue { Value: string name } ? name : string.Empty;

    /// <summary>The value; strings without quotes unless a format asks for something else.</summary>
    public static string ValueOf(LogEventPropertyValue value, string format)
    {
        if (value is ScalarValue { Value: string text })
            return text;

        using var writer = new StringWriter();
        value.Render(writer, format);
        return writer.ToString();
    }

    public static string MessageOf(LogEvent logEvent)
    {
        var builder = new StringBuilder();
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            builder.Append(token is PropertyToken property && logEvent.Properties.TryGetValue(property.PropertyName, out var value)
                ? Align(ValueOf(value, property.Format), property.Alignment)
                : token.ToString());
        }

        return builder.ToString();
    }

    public static string Align(string text, Alignment? alignment) => alignment switch
    {
        null => text,
        { Direction: AlignmentDirection.Left } left => text.PadRight(left.Width),
        { } right => text.PadLeft(right.Width)
    };
}
