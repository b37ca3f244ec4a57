using JupyterHub.Pipeline.Execution;

namespace JupyterHub.Pipeline.Tests.Execution;

internal static class SchedulerExtensions
{
    public static Task Run(this TargetScheduler scheduler)
    {
        scheduler.Start();
        return scheduler.Completion;
    }

    public static string States(this TargetScheduler scheduler) => string.Join(' ', scheduler.Runs.Select(run => $"{run.Node.Name}:{run.State}"));
}
