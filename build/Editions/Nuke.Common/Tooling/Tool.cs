namespace Nuke.Common.Tooling;

/// <summary>Runs a tool to its end.</summary>
/// <param name="arguments">The command line; interpolated values are quoted if they contain spaces. <c>:r</c> redacts a value.</param>
/// <param name="workingDirectory">By default <see cref="ProcessTasks.DefaultWorkingDirectory"/>.</param>
/// <param name="environmentVariables">The whole environment; by default this process's.</param>
/// <param name="timeout">Milliseconds, after which the process is killed.</param>
/// <param name="logOutput">Whether to log what the process writes.</param>
/// <param name="logInvocation">Whether to log the command line.</param>
/// <param name="logger">Receives each line.</param>
/// <param name="exitHandler">Judges the exit code; by default everything but 0 throws <see cref="ProcessException"/>.</param>
public delegate IReadOnlyCollection<Output> Tool(
    ArgumentStringHandler arguments,
    string workingDirectory = null,
    IReadOnlyDictionary<string, string> environmentVariables = null,
    int? timeout = null,
    bool? logOutput = null,
    bool? logInvocation = null,
    Action<OutputType, string> logger = null,
    Action<IProcess> exitHandler = null);
