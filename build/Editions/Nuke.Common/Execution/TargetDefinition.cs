using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Collects what a target's factory says.</summary>
internal sealed partial class TargetDefinition(PropertyInfo target, INukeBuild build, Stack<PropertyInfo> baseMembers) : ITargetDefinition
{
    public PropertyInfo Target { get; } = target;

    public string Name => Target.GetDisplayShortName();

    public string Text { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    public List<LambdaExpression> DelegateRequirements { get; } = [];

    public List<ToolRequirement> ToolRequirements { get; } = [];

    public DependencyBehavior DependencyBehavior { get; private set; }

    public bool IsProceedAfterFailure { get; private set; }

    public bool IsAssuredAfterFailure { get; private set; }

    public bool IsUnlisted { get; private set; }

    public int? PartitionSize { get; private set; }

    public List<string> ArtifactProducts { get; } = [];

    public List<ConsumedArtifacts> ArtifactDependencies { get; } = [];

    public ITargetDefinition Description(string description)
    {
        Text = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions) => Add(Actions, actions);

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() => { action(); });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null) =>
        Add(DynamicConditions, (conditionExpression.NotNull().TrimWhitespaces(), condition));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null) =>
        Add(StaticConditions, (conditionExpression.NotNull().TrimWhitespaces(), condition));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class => Add(DelegateRequirements, [parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Add(DelegateRequirements, [parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Add(DelegateRequirements, [requirement, .. requirements]);

    public ITargetDefinition Requires<T>()
        where T : IRequireTool => Add(ToolRequirements, ToolOf<T>().GetRequirement());

    public ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion => Add(ToolRequirements, ToolOf<T>().GetRequirement(version));

    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools) =>
        Add(ToolRequirements, [.. tools.Prepend(tool).Select(RequirementOf).WhereNotNull()]);

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        DependencyBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        IsAssuredAfterFailure = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        IsProceedAfterFailure = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        IsUnlisted = true;
        return this;
    }

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1);
        PartitionSize = size;
        return this;
    }

    private TargetDefinition Add<T>(List<T> list, params T[] items)
    {
        list.AddRange(items);
        return this;
    }

    private static ToolAttribute ToolOf<T>() => typeof(T).GetCustomAttribute<ToolAttribute>().NotNull();

    private static ToolRequirement RequirementOf(Expression<Func<Tool>> tool)
    {
        var member = tool.GetMemberInfo();
        return member.GetCustomAttribute<ToolInjectionAttributeBase>().NotNull().GetRequirement(member);
    }
}
