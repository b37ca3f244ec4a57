using Nuke.Common;
using Serilog;

public sealed partial class Build
{
    private Target Fail => _ => _
        .DependsOn(Clean)
        .Executes(() => throw new InvalidOperationException("It broke\nfor good"));

    private Target AfterFail => _ => _
        .DependsOn(Fail)
        .Executes(() => Log.Information("After the failure"));

    private Target Proceeding => _ => _
        .ProceedAfterFailure()
        .Executes(() => throw new InvalidOperationException("It broke a little"));

    private Target AfterProceeding => _ => _
        .DependsOn(Proceeding)
        .Executes(() => Log.Information("After the small failure"));

    private Target TidyUp => _ => _
        .TriggeredBy(Fail)
        .AssuredAfterFailure()
        .Executes(() => Log.Information("Tidied up"));

    private Target WaitForever => _ => _
        .Unlisted()
        .Triggers(TidyUp)
        .Executes(() =>
        {
            Log.Information("Waiting");
            new TaskCompletionSource().Task.Wait();
        });

    private Target WithCode => _ => _
        .Executes(() => ExitCode = 7);

    private Target Conditional => _ => _
        .OnlyWhenStatic(() => Flag)
        .DependsOn(Clean)
        .Executes(() => Log.Information("Conditional"));
}
