using JupyterHub.Pipeline.Reporting;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// What one run of the build shares. NUKE's components are interfaces: they hold no state, and NUKE creates the build object itself, so there
/// is nowhere to hand this in. It is therefore ambient, but flows with the asynchronous code of its run and is not a process-wide static:
/// runs in one process (tests) never see each other's.
/// </summary>
public sealed class PipelineRun
{
    private static readonly AsyncLocal<PipelineRun?> Ambient = new();
    private static readonly AsyncLocal<CancellationToken?> Narrowed = new();

    public PipelineRun(TimeProvider? time = null, bool readOnly = false)
    {
        Time = time ?? TimeProvider.System;
        Doors = new Doors(Time, readOnly);
        Lifetime = new RunLifetime(Time);
    }

    /// <summary>The run that the calling code belongs to; one that only this flow knows when none was begun.</summary>
    public static PipelineRun Current => Ambient.Value ??= new PipelineRun();

    /// <summary>The run's clock.</summary>
    public TimeProvider Time { get; }

    public Doors Doors { get; }

    public Redactor Redactor { get; } = new();

    public RunLifetime Lifetime { get; }

    /// <summary>What a finished deployment tells its operator, printed last. Set by the target that knows.</summary>
    public DeploymentSummary? Summary { get; set; }

    /// <summary>Whether the command line has been found in order.</summary>
    internal bool IsCommandLineChecked { get; set; }

    /// <summary>The console of this run, once it is installed.</summary>
    internal ConsoleScreen? Screen { get; set; }

    /// <summary>
    /// What everything that waits has to be handed: cancelled by the first interrupt, but for assured targets, which run after one,
    /// only when the grace period is over.
    /// </summary>
    public CancellationToken Cancellation => Narrowed.Value ?? Lifetime.Stop;

    /// <summary>Makes a run the current one of the calling flow and of all that it starts.</summary>
    public static PipelineRun Begin(PipelineRun run) => Ambient.Value = run;

    internal static void Narrow(CancellationToken cancellation) => Narrowed.Value = cancellation;
}
