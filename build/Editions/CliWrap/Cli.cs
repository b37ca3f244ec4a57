namespace CliWrap;

/// <summary>Where every command starts.</summary>
public static class Cli
{
    /// <summary>
    /// A command that runs the executable, batch file or script at the path, or of that name on <c>PATH</c>: no
    /// arguments, the current directory, nothing piped, and a non-zero exit code is a failure.
    /// </summary>
    public static Command Wrap(string targetFilePath) => new(targetFilePath);
}
