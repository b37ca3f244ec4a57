using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public List<Delegate> DependsOnTargets { get; } = [];

    public List<Delegate> DependentForTargets { get; } = [];

    public List<Delegate> BeforeTargets { get; } = [];

    public List<Delegate> AfterTargets { get; } = [];

    public List<Delegate> TriggersTargets { get; } = [];

    public List<Delegate> TriggeredByTargets { get; } = [];

    public ITargetDefinition DependsOn(params Target[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => Add(DependsOnTargets, TargetsOf(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => Add(DependentForTargets, TargetsOf(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Add(BeforeTargets, TargetsOf(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => Add(AfterTargets, TargetsOf(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Add(TriggersTargets, TargetsOf(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => Add(TriggeredByTargets, TargetsOf(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => build is T ? TriggeredBy(targets) : this;

    public ITargetDefinition Base()
    {
        Assert.True(
            baseMembers.Count > 0,
            $"Target '{Target.DeclaringType}.{Target.Name}' does not have any base members." +
            $" To inherit from an interface default implementation, use {nameof(Inherit)}<T> instead.");
        return Inherit(baseMembers.Pop().GetValueNonVirtual<Target>(build));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        targets.ForEach(x => x.Invoke(this));
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var members = targets.Length > 0
            ? targets.Select(x => x.GetMemberInfo())
            : [SinglePropertyOf<T>(typeof(Target), "shorthand inheritance")];
        return Inherit(members.Select(x => x.GetValueNonVirtual<Target>(build)).ToArray());
    }

    public ITargetDefinition Produces(params string[] artifacts) => Add(ArtifactProducts, artifacts);

    public ITargetDefinition Consumes(params Target[] targets)
    {
        targets.ForEach(x => ArtifactDependencies.Add(new ConsumedArtifacts(x, [])));
        return this;
    }

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(TargetsOf(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts) =>
        Add(ArtifactDependencies, new ConsumedArtifacts(target, artifacts));

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts) => Consumes(target.Invoke((T)build), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(TargetsOf<T>([]).Single(), artifacts);

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        Assert.True(build is T, $"'{build.GetType().Name}' must implement context '{typeof(T).Name}'");
        DependsOnTargets.Add(SinglePropertyOf<T>(typeof(Setup), "context dependency (missing setup)").GetValue<Delegate>(build));
        BeforeTargets.Add(SinglePropertyOf<T>(typeof(Cleanup), "context dependency (missing cleanup)").GetValue<Delegate>(build));
        return this;
    }

    /// <summary>The named targets of a component, or its only one.</summary>
    private Target[] TargetsOf<T>(Func<T, Target>[] targets) => targets.Length > 0
        ? targets.Select(x => x.Invoke((T)build)).ToArray()
        : [SinglePropertyOf<T>(typeof(Target), "shorthand dependency").GetValue<Target>(build)];

    private PropertyInfo SinglePropertyOf<T>(Type type, string purpose)
    {
        var properties = typeof(T).GetProperties(ReflectionUtility.Instance).Where(x => x.PropertyType == type).ToList();
        if (properties.Count != 1)
        {
            Assert.Fail(
                $"Target '{Target.DeclaringType}.{Target.Name}' cannot have {purpose} on component '{typeof(T).Name}'."
                    .Concat(properties.Select(x => $"  - {x.Name}").Prepend(properties.Count > 1 ? "Too many relevant targets:" : "No relevant targets."))
                    .JoinNewLine());
        }

        return properties[0];
    }
}
