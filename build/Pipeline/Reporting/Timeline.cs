namespace JupyterHub.Pipeline.Reporting;

/// <summary>Shows which targets ran when, and so which ran at the same time.</summary>
internal static class Timeline
{
    private const int Width = 40;

    /// <summary>A bar per target, in the order in which they started; nothing when there is nothing to compare.</summary>
    public static IEnumerable<string> Render(IReadOnlyList<ReportRow> rows, TimeSpan total)
    {
        var started = rows.Where(row => row.Duration is not null).OrderBy(row => row.StartedAfter).ToList();
        if (started.Count < 2 || total <= TimeSpan.Zero)
            yield break;
        var names = started.Max(row => row.Name.Length);
        foreach (var row in started)
        {
            var from = Math.Min(Column(row.StartedAfter), Width - 1);
            var to = Math.Clamp(Column(row.StartedAfter + row.Duration!.Value), from + 1, Width);
            var bar = new string('·', from) + new string('█', to - from) + new string('·', Width - to);
            yield return $"  {row.Name.PadRight(names)}  {bar}  {StatusLines.Clock(row.Duration.Value),6}";
        }

        int Column(TimeSpan time) => (int)Math.Round(time / total * Width);
    }
}
