namespace Nuke.Common.Execution;

/// <summary>Ends the process with a code and without a summary: help, plan and generated configuration were all that was asked for.</summary>
internal sealed class ExitRequestedException(int exitCode) : Exception
{
    public int ExitCode { get; } = exitCode;
}
