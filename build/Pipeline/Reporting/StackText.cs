namespace JupyterHub.Pipeline.Reporting;

/// <summary>An exception's text without the frames through which every target is run: they say nothing about the failure.</summary>
internal static class StackText
{
    private const string Rethrown = "--- End of stack trace from previous location ---";

    private static readonly string[] Frames =
    [
        "at JupyterHub.Pipeline.Execution.PlannedTargets.",
        "at JupyterHub.Pipeline.Execution.ParallelExecution.",
        "at JupyterHub.Pipeline.Execution.TargetScheduler.",
        "at Nuke.Common.Execution.",
        "at System.Collections.Generic.List`1.ForEach(",
    ];

    public static IReadOnlyList<string> Of(Exception exception)
    {
        var lines = exception.ToString().Split('\n')
            .Select(line => line.TrimEnd())
            .Where(line => !Array.Exists(Frames, frame => line.TrimStart().StartsWith(frame, StringComparison.Ordinal)))
            .ToList();
        while (lines is [.., var last] && last == Rethrown)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
