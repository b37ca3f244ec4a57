using Nuke.Common.CI;
using Nuke.Common.Execution.Theming;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Configures the logger: console, log files in the temporary directory, and the memory of warnings and errors.</summary>
public static partial class Logging
{
    public static readonly LoggingLevelSwitch LevelSwitch = new();

    /// <summary>How many older log files are kept.</summary>
    private const int OldLogFiles = 5;

    /// <summary>The least important level that the console shows.</summary>
    public static LogLevel Level
    {
        get => LevelSwitch.MinimumLevel switch
        {
            LogEventLevel.Verbose => LogLevel.Trace,
            LogEventLevel.Warning => LogLevel.Warning,
            LogEventLevel.Error => LogLevel.Error,
            _ => LogLevel.Normal
        };
        set => LevelSwitch.MinimumLevel = value switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Normal => LogEventLevel.Debug,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, message: null)
        };
    }

    internal static HostTheme DefaultTheme { get; } =
        Environment.GetEnvironmentVariable("TERM")?.StartsWithOrdinalIgnoreCase("xterm") ?? false
            ? AnsiHostTheme.Default
            : SystemHostTheme.Default;

    public static void Configure(INukeBuild build = null)
    {
        if (build is not null)
            DeleteOldLogFiles(build);

        Log.Logger = new LoggerConfiguration()
            .ConfigureEnricher()
            .ConfigureHost(build)
            .ConfigureConsole(build)
            .ConfigureInMemory(build)
            .ConfigureFiles(build)
            .ConfigureLevel()
            .ConfigureFilter(build)
            .CreateLogger();
    }

    public static LoggerConfiguration ConfigureEnricher(this LoggerConfiguration configuration) =>
        configuration.Enrich.With(ExecutingTargetEnricher.Instance);

    public static LoggerConfiguration ConfigureLevel(this LoggerConfiguration configuration) => configuration.MinimumLevel.Verbose();

    public static LoggerConfiguration ConfigureFilter(this LoggerConfiguration configuration, INukeBuild build) => build is null
        ? configuration
        : configuration.Filter.ByExcluding(x => build.Host.FilterMessage(x.MessageTemplate.Text));

    public static LoggerConfiguration ConfigureConsole(this LoggerConfiguration configuration, INukeBuild build) =>
        configuration.WriteTo.Sink(
            new ConsoleLogSink(build?.Host.Theme ?? DefaultTheme, build is not null && build.IsOutputEnabled(DefaultOutput.Timestamps)),
            levelSwitch: LevelSwitch);

    public static LoggerConfiguration ConfigureHost(this LoggerConfiguration configuration, INukeBuild build) => build is null
        ? configuration
        : configuration.WriteTo.Sink(new HostLogSink(build.Host), LogEventLevel.Warning);

    public static LoggerConfiguration ConfigureInMemory(this LoggerConfiguration configuration, INukeBuild build) => build is null
        ? configuration
        : configuration.WriteTo.Sink(InMemorySink.Instance, LogEventLevel.Warning);

    /// <summary>Logs to <c>build.log</c>, and without timestamps, to compare runs, to a file named after the time. Not on build servers.</summary>
    public static LoggerConfiguration ConfigureFiles(this LoggerConfiguration configuration, INukeBuild build) =>
        build is null || build.Host is IBuildServer
            ? configuration
            : configuration
                .WriteTo.Sink(new FileLogSink(() => build.TemporaryDirectory / "build.log", timestamps: true))
                .WriteTo.Sink(new FileLogSink(
                    () => build.TemporaryDirectory / $"build.{TimeProvider.System.GetLocalNow():yyyy-MM-dd_HH-mm-ss}.log",
                    timestamps: false));

    /// <summary>Attributes what is logged to a target until the result is disposed.</summary>
    public static IDisposable SetTarget(string name) => ExecutingTargetEnricher.SetTarget(name);

    private static void DeleteOldLogFiles(INukeBuild build)
    {
        if (BuildServerConfigurationGeneration.IsActive || !build.TemporaryDirectory.DirectoryExists())
            return;

        try
        {
            Directory.EnumerateFiles(build.TemporaryDirectory, "build.*.log").OrderDescending().Skip(OldLogFiles).ToList().ForEach(File.Delete);
            (build.TemporaryDirectory / "build.log").DeleteFile();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A checkout that cannot be written keeps its old files.
        }
    }
}
