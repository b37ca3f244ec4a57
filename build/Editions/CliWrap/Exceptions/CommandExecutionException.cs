namespace CliWrap.Exceptions;

/// <summary>A command ended in a way that its validation refuses.</summary>
public class CommandExecutionException : CliWrapException
{
    /// <summary>An exception with a cause.</summary>
    public CommandExecutionException(
        ICommandConfiguration command,
        int exitCode,
        string message,
        Exception innerException = null)
        : base(message, innerException)
    {
        Command = command;
        ExitCode = exitCode;
    }

    /// <summary>An exception without a cause.</summary>
    public CommandExecutionException(ICommandConfiguration command, int exitCode, string message)
        : this(command, exitCode, message, null)
    {
    }

    /// <summary>The command that failed.</summary>
    public ICommandConfiguration Command { get; }

    /// <summary>Exit code of its process.</summary>
    public int ExitCode { get; }
}
