namespace CliWrap.EventStream;

/// <summary>The process has exited and its output is read: the last event.</summary>
public class ExitedCommandEvent(int exitCode) : CommandEvent
{
    /// <summary>Exit code of the process.</summary>
    public int ExitCode { get; } = exitCode;

    /// <inheritdoc/>
    public override string ToString() => $"Exit code: {ExitCode}";
}
