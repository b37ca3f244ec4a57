using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target of the build with its resolved dependencies and its state. The lists may be changed until the target runs.</summary>
[DebuggerDisplay($"{{{nameof(Name)}}} ({{{nameof(Status)}}})")]
public class ExecutableTarget
{
    public MemberInfo Member { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    public bool Listed { get; set; }

    public bool IsDefault { get; set; }

    /// <summary>Whether the target was named on the command line.</summary>
    public bool Invoked { get; set; }

    public Delegate Factory { get; set; }

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal set; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal set; } = [];

    public DependencyBehavior DependencyBehavior { get; internal set; }

    public bool AssuredAfterFailure { get; internal set; }

    public bool ProceedAfterFailure { get; internal set; }

    public List<LambdaExpression> DelegateRequirements { get; internal set; } = [];

    public List<ToolRequirement> ToolRequirements { get; internal set; } = [];

    public List<Action> Actions { get; internal set; } = [];

    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    public List<ExecutableTarget> OrderDependencies { get; } = [];

    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>Everything that runs before this target when both are planned.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies => [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; internal set; } = new();

    public List<string> ArtifactProducts { get; internal set; } = [];

    public int? PartitionSize { get; set; }

    public ExecutionStatus Status { get; set; }

    public TimeSpan Duration => Stopwatch.Elapsed;

    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    /// <summary>Why the target was skipped, for the summary.</summary>
    public string Skipped
    {
        get => SummaryInformation.GetValueOrDefault(nameof(Skipped));
        set => Report(nameof(Skipped), value);
    }

    /// <summary>The conditions that were not met, for the summary.</summary>
    public string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => Report(nameof(OnlyWhen), value);
    }

    internal TargetDefinition Definition { get; set; }

    internal Stopwatch Stopwatch { get; } = new();

    /// <summary>A target that was invoked can be turned down twice, by its static and by its dynamic conditions.</summary>
    private void Report(string key, string value)
    {
        if (value is not null)
            SummaryInformation[key] = value;
    }
}
