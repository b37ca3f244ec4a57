namespace CliWrap.Exceptions;

/// <summary>Base of what a command's execution throws.</summary>
public abstract class CliWrapException : Exception
{
    /// <summary>An exception with a cause.</summary>
    protected CliWrapException(string message, Exception innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An exception without a cause.</summary>
    protected CliWrapException(string message)
        : this(message, null)
    {
    }
}
