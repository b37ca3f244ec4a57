using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Utilities;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Runs the commands of a tool.</summary>
public abstract class ToolTasks
{
    /// <summary>The path from the options, from <c>NAME_EXE</c>, or from where the tool's attribute says.</summary>
    protected internal string GetToolPathInternal(ToolOptions options = null) =>
        options?.ProcessToolPath ??
        ToolPathResolver.TryGetEnvironmentExecutable(GetType().Name.TrimEnd("Tasks").ToUpperInvariant() + "_EXE") ??
        GetToolPath(options);

    protected internal virtual Action<OutputType, string> GetLogger(ToolOptions options = null)
    {
        var patterns = GetType().GetCustomAttributes<LogLevelPattern>()
            .Select(x => (x.Level, Expression: new Regex(x.Pattern, RegexOptions.IgnoreCase)))
            .ToList();
        return (type, text) => ProcessTasks.LogLine(
            patterns.Where(x => x.Expression.IsMatch(text)).Select(x => (LogEventLevel?)x.Level).FirstOrDefault() ??
            (type == OutputType.Err ? LogEventLevel.Error : LogEventLevel.Debug),
            text);
    }

    protected virtual string GetToolPath(ToolOptions options = null) =>
        GetType().GetCustomAttribute<PathToolAttribute>() is { } tool
            ? ToolPathResolver.GetPathExecutable(tool.Executable)
            : throw new Exception(
                $"Unable to resolve tool path for {GetType().Name}. Set via {nameof(ToolOptionsExtensions.SetProcessToolPath)}.");

    protected virtual IReadOnlyCollection<Output> Run<T>(T options = null)
        where T : ToolOptions, new()
    {
        options ??= new T();
        var secrets = options.GetSecrets().ToList();

        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(options),
            options.GetArguments().JoinSpace(),
            options.ProcessWorkingDirectory,
            options.ProcessEnvironmentVariables,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            GetLogger(options),
            text => secrets.Aggregate(text, (x, secret) => x.Replace(secret, "[REDACTED]")));
        process.AssertWaitForExit();
        if (options.ProcessExitHandling ?? true)
            process.AssertZeroExitCode();
        return process.Output;
    }
}
