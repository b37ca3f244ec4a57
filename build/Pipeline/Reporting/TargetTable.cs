using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>NUKE's final table, line by line.</summary>
internal static class TargetTable
{
    private const int StatusColumn = 10;
    private const int DurationColumn = 10;

    public static IEnumerable<string> Render(IReadOnlyList<ReportRow> rows, TimeSpan total)
    {
        var nameColumn = Math.Max(rows.Select(row => row.Name.Length).DefaultIfEmpty().Max() + 4, 19);
        var width = nameColumn + StatusColumn + DurationColumn;
        yield return "";
        yield return new string('═', width);
        yield return Ansi.Paint(Line("Target", "Status", "Duration", null), Ansi.Information);
        yield return new string('─', width);
        foreach (var row in rows.Where(row => row.Status is not ExecutionStatus.Collective))
        {
            var line = Line(row.Name, row.Status.ToString(), row.Duration is { } duration ? Duration(duration) : "", row.Information);
            yield return ColorOf(row.Status) is { } color ? Ansi.Paint(line, color) : line;
        }
        yield return new string('─', width);
        yield return Ansi.Paint(Line("Total", "", Duration(total), null), Ansi.Information);
        yield return new string('═', width);

        string Line(string target, string status, string duration, string? information) =>
            target.PadRight(nameColumn) + status.PadRight(StatusColumn) + duration.PadLeft(DurationColumn) + (information is null ? "" : $"   // {information}");
    }

    private static string Duration(TimeSpan duration) => duration < TimeSpan.FromSeconds(1) ? "< 1sec" : StatusLines.Clock(duration);

    private static string? ColorOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => Ansi.Success,
        ExecutionStatus.Failed => Ansi.Error,
        ExecutionStatus.Aborted or ExecutionStatus.NotRun => Ansi.Warning,
        _ => null,
    };
}
