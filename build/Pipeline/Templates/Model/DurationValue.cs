using JupyterHub.Pipeline.Environments;
using Scriban.Runtime;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>A duration in a template: written as Go reads it (<c>1h30m</c>), with <c>total_seconds</c>, <c>total_minutes</c> and <c>total_hours</c>.</summary>
internal sealed class DurationValue : ScriptObject
{
    private readonly string _text;

    public DurationValue(TimeSpan duration)
    {
        _text = DurationText.Format(duration);
        SetValue("total_seconds", duration.TotalSeconds, readOnly: true);
        SetValue("total_minutes", duration.TotalMinutes, readOnly: true);
        SetValue("total_hours", duration.TotalHours, readOnly: true);
    }

    public override string ToString(string? format, IFormatProvider? formatProvider) => _text;
}
