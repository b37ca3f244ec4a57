using System.Globalization;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog.Events;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>The end of the output: errors and warnings once more, the table, the outcome, and what an operator wants to know next.</summary>
internal sealed class RunReport(INukeBuild build, PipelineRun run, RunConsole console, ParallelExecution? execution)
{
    private readonly TextWriter _out = Console.Out;

    /// <param name="tables">Whether NUKE has left its own tables out.</param>
    public void Write(bool tables)
    {
        var rows = Rows();
        var total = rows.Select(row => row.StartedAfter + (row.Duration ?? default)).DefaultIfEmpty().Max();
        // When nothing could start, NUKE has said why, and a table of targets that did not run would only bury it.
        var ran = execution?.Scheduler is not null || build.IsSucceeding;
        if (tables && ran)
        {
            WriteErrorsAndWarnings();
            WriteLines(TargetTable.Render(rows, total));
        }
        WriteInterrupt(rows);
        WriteBugs();
        if (tables)
            WriteOutcome();
        if (build.IsSucceeding && run.Lifetime.Signal is null)
            WriteSummary(rows, total);
    }

    private List<ReportRow> Rows() => [.. (execution?.Targets ?? build.ExecutionPlan).Select(target =>
    {
        var ran = execution?.Scheduler?[target.Name];
        var started = ran?.State is TargetState.Succeeded or TargetState.Failed or TargetState.Aborted or TargetState.Running;
        var information = string.Join(", ", target.SummaryInformation.Select(entry => $"{entry.Key}: {entry.Value}"));
        var duration = ran?.State is TargetState.Running ? execution!.Scheduler!.Elapsed - ran.StartedAfter : ran?.Duration;
        if (information.Length is 0 && ran is { State: TargetState.NotRun, BecauseOf: { } cause } && execution!.Scheduler![cause].State is TargetState.Failed)
            information = $"{cause} failed";
        return new ReportRow(target.Name, target.Status, started && ran!.Node.Body is not null ? duration : null, information.Length > 0 ? information : null, ran?.StartedAfter ?? default);
    })];

    private void WriteErrorsAndWarnings()
    {
        var events = Logging.InMemorySink.Instance.LogEvents.ToList();
        if (events.Count is 0)
            return;
        using var block = console.WriteBlock("Errors & Warnings");
        foreach (var logEvent in events)
        {
            var target = logEvent.Properties.TryGetValue("ExecutingTarget", out var value) && value is ScalarValue { Value: string { Length: > 0 } name } ? name + ": " : "";
            var error = logEvent.Level >= LogEventLevel.Error;
            _out.WriteLine(Ansi.Paint(error ? "[ERR]" : "[WRN]", error ? Ansi.Error : Ansi.Warning) + $" {target}{logEvent.RenderMessage(CultureInfo.InvariantCulture)}");
        }
    }

    private void WriteInterrupt(List<ReportRow> rows)
    {
        if (run.Lifetime.Signal is not { } signal)
            return;
        string Names(ExecutionStatus status) => string.Join(", ", rows.Where(row => row.Status == status && row.Information is null).Select(row => row.Name));
        var stopped = Names(ExecutionStatus.Aborted);
        var left = Names(ExecutionStatus.NotRun);
        var problem = new Problem(ExecutionProblems.Interrupted, $"The run was interrupted by {signal}")
        {
            Cause = (stopped, left) switch
            {
                ("", "") => "everything that was planned had ended",
                ("", _) => $"not started: {left}",
                (_, "") => $"stopped: {stopped}",
                _ => $"stopped: {stopped}; not started: {left}",
            },
        };
        WriteLines(["", Ansi.Paint(problem.ToString(), Ansi.Warning)]);
    }

    private void WriteBugs()
    {
        foreach (var (target, exception) in console.Problems.Bugs)
        {
            WriteLines(["", Ansi.Paint($"{target} failed in a way that nobody foresaw. Please report it, with the lines below, where you got this build from.", Ansi.Error)]);
            WriteLines(StackText.Of(exception).Select(line => "  " + line));
        }
    }

    private void WriteOutcome()
    {
        var now = run.Time.GetLocalNow().ToString("G", CultureInfo.CurrentCulture);
        _out.WriteLine();
        _out.WriteLine(build.IsSucceeding && run.Lifetime.Signal is null
            ? Ansi.Paint($"Build succeeded on {now}. ＼（＾ᴗ＾）／", Ansi.Success)
            : Ansi.Paint($"Build failed on {now}. (╯°□°）╯︵ ┻━┻", Ansi.Error));
    }

    private void WriteSummary(List<ReportRow> rows, TimeSpan total)
    {
        if (run.Summary is not { } summary)
            return;
        WriteLines(["", .. Timeline.Render(rows, total), "", .. summary.Lines(), ""]);
    }

    private void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _out.WriteLine(line);
    }
}
