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
