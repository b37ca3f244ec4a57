namespace Nuke.Common.Execution;

internal static class ExecutionPlanPage
{
    public static string Render(IReadOnlyCollection<ExecutableTarget> targets) => string.Join('\n', targets.Select(x => x.Name));
}
