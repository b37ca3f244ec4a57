using System.Collections.Concurrent;
using JupyterHub.Pipeline.Execution;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class TargetSchedulerPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task Whatever_the_graph_every_target_ends_as_its_dependencies_say(int seed)
    {
        var random = new Random(seed);
        var parallelism = random.Next(4) is 0 ? (int?)null : random.Next(1, 5);
        var ended = new ConcurrentDictionary<string, bool>();
        var early = new ConcurrentQueue<string>();
        int running = 0, most = 0;

        var plan = new List<TargetNode>();
        for (var index = 0; index < random.Next(1, 25); index++)
        {
            var name = $"t{index}";
            var needs = plan.Where(_ => random.Next(4) is 0).Select(node => node.Name).ToList();
            var fails = random.Next(8) is 0;
            plan.Add(new TargetNode(name)
            {
                Needs = needs,
                Skipped = random.Next(10) is 0,
                ProceedsAfterFailure = random.Next(6) is 0,
                Conditions = random.Next(8) is 0 ? [("never", () => false)] : [],
                Body = random.Next(8) is 0 ? null : _ =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref running));
                    if (needs.Exists(need => !ended.ContainsKey(need)))
                        early.Enqueue(name);
                    Thread.Yield();
                    Interlocked.Decrement(ref running);
                    if (fails)
                        throw new InvalidOperationException(name);
                },
            });
        }

        var scheduler = new TargetScheduler(plan, parallelism, TimeProvider.System, default);
        scheduler.Finished += run => ended[run.Node.Name] = true;
        foreach (var run in scheduler.Runs)
            _ = run.Ended.ContinueWith(_ => ended[run.Node.Name] = true, TaskContinuationOptions.ExecuteSynchronously);
        // Gathering and skipped targets end without an event; their dependents may look before the continuation has run.
        foreach (var node in plan.Where(node => node.Body is null || node.Skipped || node.Conditions.Count > 0))
            ended[node.Name] = true;
        await scheduler.Run();

        early.ShouldBeEmpty();
        most.ShouldBeLessThanOrEqualTo(parallelism ?? int.MaxValue);
        foreach (var run in scheduler.Runs)
            run.State.ShouldBe(Expected(scheduler, run), $"{run.Node.Name} of seed {seed}");
        var failures = scheduler.Runs.Where(run => run.State is TargetState.Failed).ToList();
        scheduler.FirstFailure.ShouldBe(failures.MinBy(run => run.EndOrder));
    }

    private static TargetState Expected(TargetScheduler scheduler, TargetRun run)
    {
        if (run.Node.Skipped)
            return TargetState.Skipped;
        var needs = run.Node.Needs.Select(need => scheduler[need]).ToList();
        if (needs.Exists(need => need.State is TargetState.NotRun || (need.State is TargetState.Failed && !need.Node.ProceedsAfterFailure)))
            return TargetState.NotRun;
        if (run.Node.Conditions.Count > 0)
            return TargetState.Skipped;
        return run.Exception is null ? TargetState.Succeeded : TargetState.Failed;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; seen < value; seen = target)
            Interlocked.CompareExchange(ref target, value, seen);
    }
}
