namespace CliWrap.EventStream;

/// <summary>The process has started: the first event.</summary>
public class StartedCommandEvent(int processId) : CommandEvent
{
    /// <summary>Id of the process.</summary>
    public int ProcessId { get; } = processId;

    /// <inheritdoc/>
    public override string ToString() => $"Process ID: {ProcessId}";
}
