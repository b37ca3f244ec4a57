namespace JupyterHub.Pipeline.Storage;

/// <summary>An export that is in neither format.</summary>
/// <param name="line">The line where that shows, counted from 1.</param>
/// <param name="message">What is wrong there.</param>
internal sealed class MalformedExportException(int line, string message) : FormatException(message)
{
    public int Line { get; } = line;
}
