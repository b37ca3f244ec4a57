using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>One target in the final report.</summary>
/// <param name="Name">The target's name.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Duration">How long it took; null when it never started.</param>
/// <param name="Information">What is noted beside it: a code, a reason, a count.</param>
/// <param name="StartedAfter">When it started, from the start of the first target.</param>
internal sealed record ReportRow(string Name, ExecutionStatus Status, TimeSpan? Duration, string? Information, TimeSpan StartedAfter = default);
