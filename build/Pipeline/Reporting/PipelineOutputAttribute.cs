using Nuke.Common;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>
/// Leaves the end of the output to <see cref="Execution.ParallelTargetsAttribute"/>: the same table as NUKE's, but with the time that targets took.
/// NUKE's own would show how long its executor waited for them.
/// </summary>
public sealed class PipelineOutputAttribute()
    : DisableDefaultOutputAttribute(DefaultOutput.ErrorsAndWarnings, DefaultOutput.TargetOutcome, DefaultOutput.BuildOutcome);
