using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>The table of targets, their outcome and duration at the end of a build.</summary>
internal static class SummaryTable
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;
    private const int MinimumTargetWidth = 19;

    public static void Write(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var targetWidth = Math.Max(targets.Max(x => x.Name.Length) + 4, MinimumTargetWidth);
        var width = targetWidth + StatusWidth + DurationWidth;
        var total = targets.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration);

        Host.Debug();
        Host.Debug('═'.Repeat(width));
        Host.Information(Row("Target", "Status", "Duration"));
        Host.Debug('─'.Repeat(width));
        foreach (var target in targets.Where(x => x.Status != ExecutionStatus.Collective))
            WriterOf(target.Status).Invoke(Row(target.Name, target.Status.ToString(), DurationOf(target)) + InformationOf(target));
        Host.Debug('─'.Repeat(width));
        Host.Information(Row("Total", string.Empty, Format(total)));
        Host.Debug('═'.Repeat(width));

        string Row(string target, string status, string duration) =>
            target.PadRight(targetWidth) + status.PadRight(StatusWidth) + duration.PadLeft(DurationWidth);
    }

    /// <summary>Minutes and seconds; <c>&lt; 1sec</c> for less.</summary>
    public static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";

    private static Action<string> WriterOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Skipped => Host.Debug,
        ExecutionStatus.Succeeded => Host.Success,
        ExecutionStatus.Aborted or ExecutionStatus.NotRun => Host.Warning,
        ExecutionStatus.Failed => Host.Error,
        _ => throw new NotSupportedException(status.ToString())
    };

    private static string DurationOf(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Format(target.Duration) : string.Empty;

    private static string InformationOf(ExecutableTarget target) => target.SummaryInformation.Count == 0
        ? string.Empty
        : $"   // {target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}").JoinCommaSpace()}";
}
