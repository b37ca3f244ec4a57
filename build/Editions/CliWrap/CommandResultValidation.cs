namespace CliWrap;

/// <summary>What a finished command is checked for.</summary>
[Flags]
public enum CommandResultValidation
{
    /// <summary>Nothing: every exit code is a result.</summary>
    None = 0,

    /// <summary>The exit code must be zero.</summary>
    ZeroExitCode = 1,
}
