using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Environments;

/// <summary>Durations as text: <c>30s</c>, <c>1h30m</c>, <c>7d</c>.</summary>
public static partial class DurationText
{
    /// <summary>Reads whole days, hours, minutes, seconds and milliseconds, each at most once and in this order.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Pattern().Match(text);
        if (text.Length == 0 || !match.Success)
            return false;
        // Ten digits of days are more than a TimeSpan holds, but never more than a decimal.
        var milliseconds = Part(1) * 86_400_000 + Part(2) * 3_600_000 + Part(3) * 60_000 + Part(4) * 1_000 + Part(5);
        if (milliseconds > (decimal)TimeSpan.FromDays(365_000).TotalMilliseconds)
            return false;
        duration = TimeSpan.FromTicks((long)milliseconds * TimeSpan.TicksPerMillisecond);
        return true;

        decimal Part(int group) =>
            match.Groups[group].Success ? decimal.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>
    /// Writes a duration as Go's <c>time.ParseDuration</c> reads it, which knows no unit above the hour: <c>36h</c>, <c>1h30m</c>, <c>0s</c>.
    /// </summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0s";
        var text = new StringBuilder();
        Add((long)duration.TotalHours, "h");
        Add(duration.Minutes, "m");
        Add(duration.Seconds, "s");
        Add(duration.Milliseconds, "ms");
        return text.ToString();

        void Add(long amount, string unit)
        {
            if (amount != 0)
                text.Append(CultureInfo.InvariantCulture, $"{amount}{unit}");
        }
    }

    [GeneratedRegex(@"^(?:([0-9]{1,10})d)?(?:([0-9]{1,10})h)?(?:([0-9]{1,10})m)?(?:([0-9]{1,10})s)?(?:([0-9]{1,10})ms)?\z")]
    private static partial Regex Pattern();
}
