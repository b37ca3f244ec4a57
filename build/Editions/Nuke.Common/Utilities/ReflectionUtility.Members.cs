using System.Reflection;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Utilities;

public static partial class ReflectionUtility
{
    /// <summary>
    /// The members of a class together with those it inherits from interfaces, where a class member replaces the interface member of
    /// the same name.
    /// </summary>
    /// <param name="type">The class.</param>
    /// <param name="filter">Selects members.</param>
    /// <param name="bindingFlags">Visibility and scope.</param>
    /// <param name="allowAmbiguity">Whether two interfaces may bring a member of the same name.</param>
    /// <param name="filterQuasiOverridden">Whether a derived interface's member hides that of the interface it derives from.</param>
    public static IEnumerable<MemberInfo> GetAllMembers(
        this Type type,
        Func<MemberInfo, bool> filter,
        BindingFlags bindingFlags,
        bool allowAmbiguity,
        bool filterQuasiOverridden = false)
    {
        var classMembers = Enumerable.ToDictionary(
            type.GetMembers(bindingFlags).Where(filter).Where(x => !x.IsExplicit()),
            x => x.Name);
        var interfaceMembers = type.GetInterfaces()
            .SelectMany(x => x.GetMembers(bindingFlags))
            .Where(filter)
            .Where(x => type.GetMember(x.Name).SingleOrDefault() is null)
            .ToLookup(x => x.GetDisplayShortName());

        var hidden = new HashSet<MemberInfo>();
        foreach (var sameName in interfaceMembers)
        {
            var classMember = classMembers.GetValueOrDefault(sameName.Key);

            if (filterQuasiOverridden && classMember is null && sameName.Count() > 1 && HideOverridden(sameName, hidden))
                continue;

            if (allowAmbiguity)
                continue;

            var declaringInterfaces = sameName.Select(x => $" - {x.DeclaringType.NotNull().Name}");
            var kind = $"{sameName.First().MemberType} '{sameName.Key}'";
            Assert.True(sameName.Count() == 1 || classMember is not null,
                $"{kind} must be implemented explicitly because it is inherited from multiple interfaces:".Concat(declaringInterfaces).JoinNewLine());
            Assert.True(classMember is null || classMember.IsPublic(),
                $"{kind} must be marked public to override inherited member from:".Concat(declaringInterfaces).JoinNewLine());
        }

        return classMembers.Values
            .Concat(interfaceMembers.SelectMany(x => x).Select(x => x.GetImplementedOrInterfaceMember(type)))
            .Except(hidden)
            .Where(filter)
            .ToList();
    }

    public static MemberInfo GetImplementedOrInterfaceMember(this MemberInfo member, Type classType)
    {
        Assert.True(classType.IsClass);
        return member.DeclaringType != classType
            ? classType.GetMember(member.Name).SingleOrDefault() ??
              classType.GetMember(member.GetPossibleExplicitName(), Instance).SingleOrDefault() ??
              member
            : member;
    }

    private static bool HideOverridden(IEnumerable<MemberInfo> members, HashSet<MemberInfo> hidden)
    {
        var baseFirst = members
            .TSort(x => members.Where(y => y.DeclaringType.NotNull().IsAssignableFrom(x.DeclaringType)))
            .ToList();
        if (!baseFirst.Skip(1).All(x => baseFirst[0].DeclaringType.NotNull().IsAssignableFrom(x.DeclaringType)))
            return false;

        hidden.UnionWith(baseFirst.SkipLast(1));
        return true;
    }
}
