namespace JupyterHub.Pipeline.Execution;

/// <summary>How far a target has come.</summary>
public enum TargetState
{
    /// <summary>Not started, and nothing speaks against it yet.</summary>
    Pending,

    Running,
    Succeeded,
    Failed,

    /// <summary>Left out: by parameter, by a condition, or because nobody needs it any more.</summary>
    Skipped,

    /// <summary>Never started, because something it needs has failed or the run was interrupted.</summary>
    NotRun,

    /// <summary>Started, and stopped by an interrupt.</summary>
    Aborted,
}
