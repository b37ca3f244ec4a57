using System.Globalization;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

/// <summary>Ages as kubectl shows them (k8s.io/apimachinery/pkg/util/duration): two figures at most.</summary>
internal static class HumanDuration
{
    public static string Since(string? timestamp, DateTimeOffset now) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Of(now - time) : "<unknown>";

    public static string Of(TimeSpan span)
    {
        if (span.TotalSeconds < -1)
            return "<invalid>";
        if (span.TotalSeconds < 0)
            return "0s";
        if (span.TotalMinutes < 2)
            return Whole(span.TotalSeconds, "s");
        if (span.TotalMinutes < 10)
            return Two(span.Minutes, "m", span.Seconds, "s");
        if (span.TotalHours < 3)
            return Whole(span.TotalMinutes, "m");
        if (span.TotalHours < 8)
            return Two(span.Hours, "h", span.Minutes, "m");
        if (span.TotalDays < 2)
            return Whole(span.TotalHours, "h");
        if (span.TotalDays < 8)
            return Two(span.Days, "d", span.Hours, "h");
        if (span.TotalDays < 730)
            return Whole(span.TotalDays, "d");
        if (span.TotalDays < 365 * 8)
            return Two((int)(span.TotalDays / 365), "y", (int)span.TotalDays % 365, "d");
        return Whole(span.TotalDays / 365, "y");
    }

    private static string Whole(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(long)value}{unit}");

    private static string Two(int large, string unit, int small, string smallUnit) =>
        small == 0 ? Whole(large, unit) : Whole(large, unit) + Whole(small, smallUnit);
}
