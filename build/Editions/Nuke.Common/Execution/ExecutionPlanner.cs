using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Decides which targets run and in which order.</summary>
internal static class ExecutionPlanner
{
    /// <param name="executableTargets">All targets of the build.</param>
    /// <param name="invokedTargetNames">The targets named by the user; null stands for the default targets.</param>
    /// <exception cref="Exception">A name is unknown, or the targets depend on each other in a circle.</exception>
    public static IReadOnlyCollection<ExecutableTarget> GetExecutionPlan(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<string> invokedTargetNames)
    {
        var invoked = invokedTargetNames?.Select(x => Find(x, executableTargets)).ToList();
        invoked?.ForEach(x => x.Invoked = true);

        var selected = invoked ?? executableTargets.Where(x => x.IsDefault).ToList();
        var order = Order(executableTargets);

        while (true)
        {
            var plan = Schedule(order, selected);
            var triggered = plan.SelectMany(x => x.Triggers).Except(plan).Where(executableTargets.Contains).ToList();
            if (triggered.Count > 0)
            {
                selected = [.. plan, .. triggered];
                continue;
            }

            plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
            return plan;
        }
    }

    /// <summary>
    /// All targets, each before its dependencies. Of those that nothing left depends on the first declared is taken, which after the
    /// plan is reversed lets siblings run in reverse order of declaration, as builds have come to rely on.
    /// </summary>
    private static List<ExecutableTarget> Order(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var dependencies = Enumerable.ToDictionary(targets, x => x, x => x.AllDependencies.Where(targets.Contains).ToHashSet());
        AssertNoCycles(targets, dependencies);

        var strict = ParameterService.GetNamedArgument<bool>("strict");
        var remaining = targets.ToList();
        var order = new List<ExecutableTarget>();
        while (remaining.Count > 0)
        {
            var independents = remaining.Where(x => !remaining.Any(y => dependencies[y].Contains(x)));
            if (strict && independents.Count() > 1)
                Assert.Fail("Incomplete target definition order:".Concat(independents.Select(x => $"  - {x.Name}")).JoinNewLine());

            var next = independents.First();
            order.Add(next);
            remaining.Remove(next);
        }

        return order;
    }

    private static List<ExecutableTarget> Schedule(List<ExecutableTarget> order, IReadOnlyCollection<ExecutableTarget> selected)
    {
        var plan = new List<ExecutableTarget>();
        foreach (var target in order)
        {
            if (selected.Contains(target) || plan.Any(x => x.ExecutionDependencies.Contains(target)))
                plan.Add(target);
        }

        plan.Reverse();
        return plan;
    }

    private static void AssertNoCycles(
        IReadOnlyCollection<ExecutableTarget> targets,
        Dictionary<ExecutableTarget, HashSet<ExecutableTarget>> dependencies)
    {
        var cycles = StronglyConnectedComponents.Find(targets, x => dependencies[x]).Where(x => x.Count > 1).ToList();
        if (cycles.Count > 0)
        {
            Assert.Fail("Circular dependencies between targets:"
                .Concat(cycles.Select(x => $" - {x.Select(y => y.Name).JoinCommaSpace()}"))
                .JoinNewLine());
        }
    }

    private static ExecutableTarget Find(string name, IReadOnlyCollection<ExecutableTarget> targets)
    {
        name = name.Replace("-", string.Empty);
        var target = targets.SingleOrDefault(x => x.Name.EqualsOrdinalIgnoreCase(name));
        if (target is null)
        {
            Assert.Fail($"Target with name {name.SingleQuote()} does not exist. Available targets are:"
                .Concat(targets.Select(x => $"  - {x.Name}").Order())
                .JoinNewLine());
        }

        return target;
    }
}
