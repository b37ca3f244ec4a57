using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes, logging their invocation and output.</summary>
public static class ProcessTasks
{
    public static bool DefaultLogOutput = true;
    public static bool DefaultLogInvocation = true;
    public static bool LogWorkingDirectory = true;
    public static string DefaultWorkingDirectory = EnvironmentInfo.WorkingDirectory;

    private static readonly Lock s_lock = new();

    /// <summary>Starts a command line in <c>bash</c>, or <c>cmd</c> on Windows.</summary>
    public static IProcess StartShell(
        string command,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null) => StartProcess(
        ToolPathResolver.GetPathExecutable(EnvironmentInfo.IsWin ? "cmd" : "bash"),
        (EnvironmentInfo.IsWin ? "/c " : "-c ") + command.DoubleQuote(),
        workingDirectory,
        environmentVariables,
        timeout,
        logOutput,
        logInvocation,
        logger,
        outputFilter);

    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null) => StartProcess(
        toolPath,
        arguments.ToStringAndClear(),
        workingDirectory,
        environmentVariables,
        timeout,
        logOutput,
        logInvocation,
        logger,
        arguments.GetFilter());

    /// <param name="toolPath">A path, or a name to be found on the <c>PATH</c>. A <c>.dll</c> is run by <c>dotnet</c>.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="workingDirectory">By default <see cref="DefaultWorkingDirectory"/>.</param>
    /// <param name="environmentVariables">The whole environment; by default this process's.</param>
    /// <param name="timeout">Milliseconds that <see cref="IProcess.WaitForExit"/> waits.</param>
    /// <param name="logOutput">Whether to log what the process writes.</param>
    /// <param name="logInvocation">Whether to log the command line.</param>
    /// <param name="logger">Receives each line.</param>
    /// <param name="outputFilter">Applied to each line, and to the arguments when they are shown.</param>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null)
    {
        Assert.NotNull(toolPath);
        if (!Path.IsPathRooted(toolPath) && !toolPath.Contains(Path.DirectorySeparatorChar))
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);

        if (LauncherOf(toolPath) is { } launcher)
        {
            arguments = $"{toolPath.DoubleQuoteIfNeeded()} {arguments}".TrimEnd();
            toolPath = launcher;
        }

        workingDirectory ??= DefaultWorkingDirectory;
        outputFilter ??= x => x;
        Assert.FileExists(toolPath);
        Assert.DirectoryExists(workingDirectory);

        var startInfo = new ProcessStartInfo(toolPath, arguments ?? string.Empty)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8
        };

        if (environmentVariables is not null)
        {
            startInfo.Environment.Clear();
            environmentVariables.ForEach(x => startInfo.Environment[x.Key] = x.Value);
        }

        if (logInvocation ?? DefaultLogInvocation)
            LogInvocation(startInfo, outputFilter);

        return RunningProcess.Start(startInfo, timeout, logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null, outputFilter);
    }

    /// <summary>Logs standard output as debug and standard error as error events; braces in a line have no meaning.</summary>
    public static void DefaultLogger(OutputType type, string output) =>
        LogLine(type == OutputType.Std ? LogEventLevel.Debug : LogEventLevel.Error, output);

    internal static void LogLine(LogEventLevel level, string line) => Log.Write(new LogEvent(
        TimeProvider.System.GetLocalNow(),
        level,
        exception: null,
        new MessageTemplate(line, [new TextToken(line)]),
        []));

    private static string LauncherOf(string toolPath)
    {
        if (toolPath.EndsWithOrdinalIgnoreCase(".dll"))
            return ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable("dotnet");

        return EnvironmentInfo.IsUnix && toolPath.EndsWithOrdinalIgnoreCase(".exe") && !EnvironmentInfo.IsWsl
            ? ToolPathResolver.GetPathExecutable("mono")
            : null;
    }

    private static void LogInvocation(ProcessStartInfo startInfo, Func<string, string> outputFilter)
    {
        lock (s_lock)
        {
            Log.Information("> {ToolPath} {Arguments}", startInfo.FileName.DoubleQuoteIfNeeded(), outputFilter(startInfo.Arguments));
            if (LogWorkingDirectory)
            {
                var isDefault = startInfo.WorkingDirectory == DefaultWorkingDirectory;
                Log.Write(isDefault ? LogEventLevel.Verbose : LogEventLevel.Information, "@ {WorkingDirectory}", startInfo.WorkingDirectory);
            }
        }
    }
}
