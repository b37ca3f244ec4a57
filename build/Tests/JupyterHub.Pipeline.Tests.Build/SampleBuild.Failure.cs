using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using Nuke.Common;

public sealed partial class SampleBuild
{
    private readonly ManualResetEventSlim _failed = new();

    public Target Fails => _ => _
        .Executes(() =>
        {
            Log("about to fail");
            _failed.Set();
            throw new ProblemException(
                new Problem(SampleProblems.Broken, "the first thing is broken") { Location = "environments/x.yaml:3:5", Cause = "it fell" },
                new Problem(SampleProblems.Broken, "the second thing is broken"));
        });

    public Target FailsLater => _ => _
        .Executes(() =>
        {
            _failed.Wait(Patience);
            PipelineRun.Current.Cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(300));
            Log("about to fail unexpectedly");
            throw new InvalidOperationException("nobody thought of this");
        });

    public Target Dependent => _ => _
        .DependsOn(Fails)
        .Executes(() => Log("must not run"));

    public Target Independent => _ => _
        .Executes(() =>
        {
            Log("independent starts");
            _failed.Wait(Patience);
            Log("independent ends");
        });

    public Target AfterIndependent => _ => _
        .DependsOn(Independent)
        .Executes(() => Log("after independent"));

    public Target CleanUp => _ => _
        .AssuredAfterFailure()
        .DependsOn(Fails)
        .Executes(() => Log("cleaned up"));

    public Target Failure => _ => _
        .DependsOn(Dependent, AfterIndependent, FailsLater, CleanUp);

    public Target FirstCause => _ => _
        .DependsOn(Fails, FailsLater);

    public Target FirstCauseReversed => _ => _
        .DependsOn(FailsLater, Fails);

    public Target Proceeds => _ => _
        .ProceedAfterFailure()
        .Executes(() => throw new ProblemException(new Problem(SampleProblems.Broken, "not that important")));

    public Target AfterProceeds => _ => _
        .DependsOn(Proceeds)
        .Executes(() => Log("proceeded"));

    public Target Leaks => _ => _
        .Executes(() =>
        {
            PipelineRun.Current.Redactor.Register(Token!);
            Log($"token is {Token}");
            Console.Out.WriteLine($"token past the log is {Token}");
            throw new InvalidOperationException("outer", new InvalidDataException($"inner {Token}"));
        });
}
