using System.Linq.Expressions;
using System.Text;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Creates, plans, executes and finishes a build.</summary>
internal static class BuildManager
{
    private const int ErrorExitCode = -1;

    private static readonly LinkedList<Action> s_cancellationHandlers = new();

    /// <summary>Raised when the user cancels; the last added handler runs first.</summary>
    public static event Action CancellationHandler
    {
        add => s_cancellationHandlers.AddFirst(value);
        remove => s_cancellationHandlers.Remove(value);
    }

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (NukeBuild.InitializationFailure is { } failure)
        {
            Host.Error(failure.Message);
            return ErrorExitCode;
        }

        Console.CancelKeyPress += (_, _) => s_cancellationHandlers.ToList().ForEach(x => x.Invoke());
        return Execute(new T(), defaultTargetExpressions);
    }

    private static int Execute<T>(T build, Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild
    {
        var finished = 0;
        try
        {
            Logging.Configure(build);

            build.ExecutableTargets = ExecutableTargetFactory.CreateAll(build, defaultTargetExpressions);
            build.ExecuteExtension<IOnBuildCreated>(nameof(IOnBuildCreated.OnBuildCreated), x => x.OnBuildCreated(build.ExecutableTargets));

            if (!build.NoLogo)
                build.WriteLogo();

            build.ExecutionPlan = ExecutionPlanner.GetExecutionPlan(
                build.ExecutableTargets,
                ParameterService.GetParameter<string[]>(Constants.InvokedTargetsParameterName, Constants.TargetsSeparator[0]));
            build.ExecuteExtension<IOnBuildInitialized>(
                nameof(IOnBuildInitialized.OnBuildInitialized),
                x => x.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan));

            CancellationHandler += Finish;
            BuildExecutor.Execute(
                build,
                ParameterService.GetParameter<string[]>(Constants.SkippedTargetsParameterName, Constants.TargetsSeparator[0]));

            return build.ExitCode ??= build.IsSucceeding ? 0 : ErrorExitCode;
        }
        catch (ExitRequestedException exit)
        {
            finished = 1;
            return exit.ExitCode;
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            if (exception is not TargetExecutionException)
            {
                Log.Verbose(exception, "Target-unrelated exception was thrown");
                Host.Error(exception.Message);
            }

            return build.ExitCode ??= ErrorExitCode;
        }
        finally
        {
            Finish();
            Log.CloseAndFlush();
        }

        void Finish()
        {
            if (build.ExecutionPlan is null || Interlocked.Exchange(ref finished, 1) == 1)
                return;

            foreach (var target in build.ExecutionPlan)
            {
                target.Stopwatch.Stop();
                target.Status = target.Status switch
                {
                    ExecutionStatus.Running => ExecutionStatus.Aborted,
                    ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                    var status => status
                };
            }

            build.WriteErrorsAndWarnings();
            build.WriteTargetOutcome();
            build.WriteBuildOutcome();
            build.ExecuteExtension<IOnBuildFinished>(nameof(IOnBuildFinished.OnBuildFinished), x => x.OnBuildFinished());
        }
    }
}
