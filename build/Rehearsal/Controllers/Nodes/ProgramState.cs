namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>What the containers of a pod do now.</summary>
/// <param name="Message">Why it is not ready, or failed.</param>
internal readonly record struct ProgramState(ProgramPhase Phase, string? Message = null)
{
    public static readonly ProgramState Ready = new(ProgramPhase.Ready);
    public static readonly ProgramState Succeeded = new(ProgramPhase.Succeeded);

    public static ProgramState Busy(string message) => new(ProgramPhase.Busy, message);

    public static ProgramState Failed(string message) => new(ProgramPhase.Failed, message);
}
