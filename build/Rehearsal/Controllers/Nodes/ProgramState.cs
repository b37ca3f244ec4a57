namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>What the containers of a pod do, as far as the cluster sees it.</summary>
internal enum ProgramPhase
{
    /// <summary>Runs, and answers its probes.</summary>
    Ready,

    /// <summary>Runs, but is not ready, or has not finished yet.</summary>
    Busy,

    /// <summary>Ended with exit code 0.</summary>
    Succeeded,

    /// <summary>Ended with exit code 1.</summary>
    Failed,
}

/// <param name="Message">Why it is not ready, or failed.</param>
internal readonly record struct ProgramState(ProgramPhase Phase, string? Message = null)
{
    public static readonly ProgramState Ready = new(ProgramPhase.Ready);
    public static readonly ProgramState Succeeded = new(ProgramPhase.Succeeded);

    public static ProgramState Busy(string message) => new(ProgramPhase.Busy, message);

    public static ProgramState Failed(string message) => new(ProgramPhase.Failed, message);
}
