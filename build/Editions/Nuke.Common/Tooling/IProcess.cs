namespace Nuke.Common.Tooling;

/// <summary>A started process.</summary>
public interface IProcess : IDisposable
{
    string FileName { get; }

    /// <summary>The command line with secrets redacted.</summary>
    string Arguments { get; }

    string WorkingDirectory { get; }

    IReadOnlyCollection<Output> Output { get; }

    int ExitCode { get; }

    bool HasExited { get; }

    int Id { get; }

    void Kill();

    /// <summary>Waits for the process, which is killed when its timeout expires.</summary>
    /// <returns>Whether it ended by itself.</returns>
    bool WaitForExit();
}
