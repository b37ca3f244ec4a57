using System.Diagnostics.CodeAnalysis;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// The way into a build: <c>Main() =&gt; PipelineProgram.Run&lt;Build&gt;(() =&gt; Execute&lt;Build&gt;(x =&gt; x.Deploy))</c>. NUKE reads some of its
/// parameters before any extension is asked, and a failure there is an unhandled exception; here it is a problem like others.
/// </summary>
public static class PipelineProgram
{
    /// <param name="execute">Starts NUKE.</param>
    /// <returns>The process's exit code.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "This is the outermost frame.")]
    public static int Run<TBuild>(Func<int> execute)
        where TBuild : NukeBuild
    {
        var run = PipelineRun.Begin(new PipelineRun());
        var screen = RunConsole.InstallScreen(run);
        try
        {
            // Who asks for help gets it, whatever else stands there.
            if (!StrictCommandLine.AsksForHelp && StrictCommandLine.Check(typeof(TBuild)) is { Count: > 0 } problems)
                throw new ProblemException(problems);
            run.IsCommandLineChecked = true;
            return execute();
        }
        catch (Exception exception)
        {
            var shown = TargetFailure.Problems(exception) ?? StartFailure(exception);
            foreach (var problem in shown.Problems)
                screen.WriteLine(Ansi.Paint(problem.ToString(), Ansi.Error));
            return -1;
        }
        finally
        {
            screen.Finish();
        }
    }

    private static ProblemException StartFailure(Exception exception)
    {
        var cause = exception;
        while (cause is TypeInitializationException or System.Reflection.TargetInvocationException && cause.InnerException is { } inner)
            cause = inner;
        return new ProblemException([new Problem(ExecutionProblems.UnusableStart, "the build can't start") { Cause = cause.Message }], exception);
    }
}
