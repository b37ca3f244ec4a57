using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Turns the target properties of a build, its own and its components', into executable targets.</summary>
internal static class ExecutableTargetFactory
{
    public static IReadOnlyCollection<ExecutableTarget> CreateAll<T>(T build, params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : INukeBuild
    {
        var defaultTargets = defaultTargetExpressions.Select(x => Evaluate(x, build)).ToList();
        var targets = GetTargetProperties(build.GetType()).Select(x => Create(x, build, defaultTargets)).ToList();
        targets.ForEach(x => ApplyDependencies(x, targets));
        return targets;
    }

    public static IEnumerable<PropertyInfo> GetTargetProperties(Type buildType) => buildType
        .GetAllMembers(
            x => x is PropertyInfo property &&
                 (property.PropertyType == typeof(Target) || property.PropertyType == typeof(Setup) || property.PropertyType == typeof(Cleanup)),
            ReflectionUtility.Instance,
            allowAmbiguity: false,
            filterQuasiOverridden: true)
        .Cast<PropertyInfo>();

    /// <summary>Reads <c>x => x.Target</c> by reflection, because compiling an expression is slow; anything else is compiled.</summary>
    private static Delegate Evaluate<T>(Expression<Func<T, Target>> expression, T build)
    {
        if (expression.Body is MemberExpression { Member: PropertyInfo property } member &&
            (member.Expression is ParameterExpression || member.Expression is UnaryExpression { Operand: ParameterExpression }))
            return (Delegate)property.GetValue(build);

        return expression.Compile().Invoke(build);
    }

    private static ExecutableTarget Create(PropertyInfo property, INukeBuild build, IReadOnlyCollection<Delegate> defaultTargets)
    {
        var baseMembers = build.GetType()
            .Descendants(x => x.BaseType)
            .Select(x => x.GetProperty(property.Name))
            .Where(x => x is not null && x.DeclaringType == x.ReflectedType)
            .Reverse();
        var definition = new TargetDefinition(property, build, new Stack<PropertyInfo>(baseMembers));
        var factory = (Delegate)property.GetValue(build);
        Define(factory, definition);

        return new ExecutableTarget
        {
            Name = definition.Name,
            Member = property,
            Definition = definition,
            Description = definition.Text,
            Factory = factory,
            IsDefault = defaultTargets.Contains(factory),
            Listed = !definition.IsUnlisted,
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DependencyBehavior = definition.DependencyBehavior,
            ProceedAfterFailure = definition.IsProceedAfterFailure,
            AssuredAfterFailure = definition.IsAssuredAfterFailure || factory is Cleanup,
            DelegateRequirements = definition.DelegateRequirements,
            ToolRequirements = definition.ToolRequirements,
            Actions = definition.Actions,
            PartitionSize = definition.PartitionSize,
            ArtifactProducts = definition.ArtifactProducts
        };
    }

    private static void Define(Delegate factory, TargetDefinition definition)
    {
        switch (factory)
        {
            case Target target:
                target.Invoke(definition);
                break;
            case Setup setup:
                setup.Invoke(definition);
                break;
            case Cleanup cleanup:
                cleanup.Invoke(definition);
                break;
        }
    }

    private static void ApplyDependencies(ExecutableTarget target, IReadOnlyCollection<ExecutableTarget> all)
    {
        target.ExecutionDependencies.AddRange(Related(x => x.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Related(x => x.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Related(x => x.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Related(x => x.TriggersTargets, x => x.TriggeredByTargets));

        Assert.False(
            target.AllDependencies.Concat<ExecutableTarget>(target.Triggers).Contains(target),
            $"Target '{target.Name}' cannot have a dependency on itself");

        if (target.Factory is Setup)
        {
            var cleanup = all.Single(x => x.Factory is Cleanup && x.Member.DeclaringType == target.Member.DeclaringType);
            target.Triggers.Add(cleanup);
            cleanup.TriggerDependencies.Add(target);
        }

        foreach (var consumed in target.Definition.ArtifactDependencies)
        {
            var producer = all.Single(x => x.Factory.Equals(consumed.Producer));
            target.ArtifactDependencies.AddRange(producer, consumed.Artifacts.Length > 0 ? consumed.Artifacts : producer.ArtifactProducts);
        }

        IEnumerable<ExecutableTarget> Related(
            Func<TargetDefinition, IReadOnlyCollection<Delegate>> own,
            Func<TargetDefinition, IReadOnlyCollection<Delegate>> others) =>
            Enumerable.Concat(
                own(target.Definition).Select(x => all.Single(y => y.Factory == x)),
                all.Where(x => x != target && others(x.Definition).Any(y => y == target.Factory)));
    }
}
