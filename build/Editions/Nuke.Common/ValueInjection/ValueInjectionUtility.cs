using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.ValueInjection;

internal static class ValueInjectionUtility
{
    private static readonly Dictionary<MemberInfo, object> s_values = [];
    private static readonly Dictionary<Type, IReadOnlyCollection<InjectionMember>> s_members = [];

    private static readonly string[] s_injectedBaseMembers =
    [
        nameof(NukeBuild.Plan),
        nameof(NukeBuild.Help),
        nameof(NukeBuild.Continue),
        nameof(NukeBuild.NoLogo),
        nameof(NukeBuild.Verbosity),
        nameof(NukeBuild.Partition)
    ];

    /// <summary>The value of a component's member; found values are kept, as the member is evaluated again and again.</summary>
    public static T TryGetValue<T>(LambdaExpression expression)
    {
        var member = expression.GetMemberInfo();
        lock (s_values)
        {
            if (s_values.GetValueOrDefault(member) is { } known)
                return (T)known;
        }

        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>().NotNull();
        var instance = expression.GetTarget();
        attribute.Build = instance as INukeBuild;
        var value = attribute.TryGetValue(member, instance);

        lock (s_values)
            s_values[member] = value;
        return (T)value;
    }

    /// <summary>Sets the class's own members; those of interfaces ask for their values themselves.</summary>
    public static void InjectValues(INukeBuild instance, Func<MemberInfo, ValueInjectionAttributeBase, bool> filter)
    {
        var members = GetInjectionMembers(instance.GetType())
            .Where(x => filter(x.Member, x.Attribute))
            .Where(x => x.Member.DeclaringType != typeof(NukeBuild) || s_injectedBaseMembers.Contains(x.Member.Name))
            .Where(x => !x.Member.ReflectedType.NotNull().IsInterface)
            .OrderBy(x => x.Member.DeclaringType.Descendants(y => y.BaseType).Count())
            .ThenByDescending(x => x.Attribute.Priority);

        foreach (var injection in members)
        {
            var (member, attribute) = (injection.Member, injection.Attribute);
            attribute.Build = instance;
            if (attribute.TryGetValue(member, instance) is not { } value)
                continue;

            Assert.True(
                member.GetMemberType().IsInstanceOfType(value),
                $"Member '{member.Name}' must be of type '{value.GetType().Name}' to get its valued injected from '{attribute.GetType().Name}'");
            member.SetValue(instance, value);
        }
    }

    public static IReadOnlyCollection<MemberInfo> GetParameterMembers(Type type, bool includeUnlisted) =>
        GetInjectionMembers(type)
            .Where(x => x.Attribute is ParameterAttribute parameter && (includeUnlisted || parameter.List))
            .Select(x => x.Member)
            .OrderBy(ParameterService.GetParameterMemberName)
            .ToList();

    public static IReadOnlyCollection<InjectionMember> GetInjectionMembers(Type type)
    {
        lock (s_members)
        {
            if (!s_members.TryGetValue(type, out var members))
            {
                s_members[type] = members = type
                    .GetAllMembers(
                        x => x is FieldInfo or PropertyInfo && x.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true),
                        ReflectionUtility.All,
                        allowAmbiguity: true)
                    .OrderBy(x => x.Name)
                    .Select(x => new InjectionMember(x, x.GetCustomAttribute<ValueInjectionAttributeBase>()))
                    .ToList();
            }

            return members;
        }
    }
}
