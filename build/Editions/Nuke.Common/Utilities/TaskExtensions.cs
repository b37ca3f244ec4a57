namespace Nuke.Common.Utilities;

public static class TaskExtensions
{
    public static void WaitAll(this IEnumerable<Task> tasks) => Task.WaitAll(tasks.ToArray());

    public static IReadOnlyCollection<T> WaitAll<T>(this IEnumerable<Task<T>> tasks)
    {
        var all = tasks.ToArray();
        Task.WaitAll(all);
        return all.Select(x => x.Result).ToList();
    }
}
