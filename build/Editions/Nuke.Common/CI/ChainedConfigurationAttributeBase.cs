using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>A configuration with a job per target, where non-entry targets run within the jobs that need them.</summary>
public abstract class ChainedConfigurationAttributeBase : ConfigurationAttributeBase
{
    public override IEnumerable<string> IrrelevantTargetNames => NonEntryTargets.Concat(ExcludedTargets);

    public string[] NonEntryTargets { get; set; } = [];

    public string[] ExcludedTargets { get; set; } = [];

    /// <summary>The target with the non-entry targets that it needs, in the order of execution.</summary>
    protected IEnumerable<ExecutableTarget> GetInvokedTargets(
        ExecutableTarget executableTarget,
        IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var invoked = new List<ExecutableTarget> { executableTarget };
        for (var i = 0; i < invoked.Count; i++)
        {
            invoked.AddRange(invoked[i].ExecutionDependencies
                .Concat(invoked[i].Triggers)
                .Where(x => NonEntryTargets.Contains(x.Name) && !ExcludedTargets.Contains(x.Name))
                .Except(invoked));
        }

        Assert.True(
            invoked.Skip(1).All(x => x.PartitionSize is null),
            $"Non-entry targets for {executableTarget.Name} cannot define partitions");
        return ExecutionPlanner.GetExecutionPlan(invoked, [executableTarget.Name]);
    }

    protected IEnumerable<ExecutableTarget> GetTargetDependencies(ExecutableTarget executableTarget) =>
        executableTarget.ExecutionDependencies.Where(x => !IrrelevantTargetNames.Contains(x.Name));
}
