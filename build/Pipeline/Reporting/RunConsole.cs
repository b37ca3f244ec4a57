using System.Reflection;
using JupyterHub.Pipeline.Execution;
using Nuke.Common;
using Serilog;
using Serilog.Core;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>Everything between the code that says something and the console and log files of a run.</summary>
internal sealed class RunConsole
{
    private static readonly MethodInfo WriteBlockMethod =
        typeof(Host).GetMethod("WriteBlock", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [typeof(string)])!;

    private RunConsole(ConsoleScreen screen, TargetOutput output, ProblemSink problems) => (Screen, Output, Problems) = (screen, output, problems);

    public ConsoleScreen Screen { get; }

    public TargetOutput Output { get; }

    public ProblemSink Problems { get; }

    /// <summary>Puts itself between NUKE's logger, which it keeps using, and the code that logs; and between everybody and the console.</summary>
    public static RunConsole Install(PipelineRun run)
    {
        var screen = InstallScreen(run);
        // Serilog's own logger is a sink as well; NUKE's keeps its format, theme, files and level.
        var nuke = (ILogEventSink)Log.Logger;
        var problems = new ProblemSink(new RedactingSink(nuke, run.Redactor), () => run.Lifetime.Signal is not null);
        var output = new TargetOutput(problems, Console.Out.WriteLine, screen.Gate);
        screen.Divert = line =>
        {
            if (TargetScope.Current is null || TargetOutput.IsPassing)
                return false;
            output.WriteLine(line);
            return true;
        };
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(output).CreateLogger();
        return new RunConsole(screen, output, problems);
    }

    /// <summary>Opens a block of the host, as NUKE does for the targets that it comes to itself. The method is public surface, but protected.</summary>
    public IDisposable? WriteBlock(string text)
    {
        lock (Screen.Gate)
            return (IDisposable?)WriteBlockMethod.Invoke(NukeBuild.Host, [text]);
    }

    /// <summary>Puts the screen of the run in the place of the standard output; once.</summary>
    public static ConsoleScreen InstallScreen(PipelineRun run)
    {
        if (run.Screen is { } installed)
            return installed;
        var capabilities = ConsoleCapabilities.Detect(Environment.GetEnvironmentVariable, Console.IsOutputRedirected);
        var screen = new ConsoleScreen(Console.Out, capabilities, run.Redactor.Redact, run.Time);
        Console.SetOut(screen);
        screen.Gate = Console.Out;
        run.Screen = screen;
        return screen;
    }
}
