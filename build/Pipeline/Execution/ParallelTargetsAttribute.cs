using System.Runtime.InteropServices;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// Runs the targets of a NUKE build at the same time, as far as their dependencies allow, keeps each target's output together, and lets an
/// interrupt stop everything. Uses NUKE's public extension points only. With <see cref="PipelineOutputAttribute"/> beside it the final table
/// shows how long the targets took, rather than how long NUKE waited for them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ParallelTargetsAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnTargetFailed, IOnBuildFinished
{
    private PipelineRun _run = null!;
    private RunConsole _console = null!;
    private ParallelExecution? _execution;
    private IReadOnlyList<ChildProcesses.Identity> _children = [];
    private bool _finished;

    // Before NUKE's own, so that whatever they log and print passes our console.
    public override float Priority { get; set; } = 200;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        _run = PipelineRun.Begin(PipelineRun.Current);
        _console = RunConsole.Install(_run);
        _run.Lifetime.Interrupted += OnInterrupted;
        _run.Lifetime.Abandoned += OnAbandoned;
        _run.Lifetime.Listen();
    }

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        var parallelism = (Build as IHazParallelism)?.Parallelism;
        if (parallelism < 1)
            throw new ProblemException(new Problem(ExecutionProblems.UnusableValue, $"--parallelism must be at least 1, not {parallelism}"));
        _execution = new ParallelExecution((NukeBuild)Build, _run, _console, executionPlan, parallelism);
    }

    public void OnTargetFailed(ExecutableTarget target) => _execution?.OnFailed(target);

    public void OnBuildFinished()
    {
        if (_finished)
            return;
        _finished = true;
        _execution?.Finish();
        new RunReport(Build, _run, _console, _execution).Write(tables: Attribute.IsDefined(Build.GetType(), typeof(PipelineOutputAttribute)));
        _console.Screen.Finish();
        if (_run.Lifetime.Signal is not null)
            ChildProcesses.KillAll(_children);
    }

    private void OnInterrupted(PosixSignal signal)
    {
        Build.ExitCode = _run.Lifetime.ExitCode;
        // Before the first target there is nothing to stop, and NUKE may be waiting for somebody to answer a question.
        if (_execution?.Scheduler is null && !_finished)
        {
            OnAbandoned(signal);
            return;
        }
        // A process that stops by itself leaves its children to the system, where nobody would find them.
        _children = ChildProcesses.Snapshot();
        Log.Information("Stopping because of {Signal:l}; a second one stops at once", signal.ToString());
    }

    private void OnAbandoned(PosixSignal signal)
    {
        ChildProcesses.KillAll(_children);
        _console.Screen.Finish();
        // The executor may be waiting for work that does not heed the interrupt, so there is nowhere to return an exit code to.
#pragma warning disable RS0030
        Environment.Exit(_run.Lifetime.ExitCode ?? 1);
#pragma warning restore RS0030
    }
}
