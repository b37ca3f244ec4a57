namespace JupyterHub.Pipeline.Reporting;

/// <summary>One line of the live display.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Elapsed">Time since it started.</param>
/// <param name="Waiting">What it is waiting for, as it last said.</param>
/// <param name="Failed">Whether it has failed, and its log is still to come.</param>
public sealed record TargetStatus(string Target, TimeSpan Elapsed, string? Waiting, bool Failed = false);
