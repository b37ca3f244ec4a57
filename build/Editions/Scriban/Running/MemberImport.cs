using System.Collections.Concurrent;
using System.Reflection;
using Scriban.Runtime;

namespace ScribanEdition.Running;

/// <summary>Reads what an object or a type offers to templates. What a type has is found out once.</summary>
internal static class MemberImport
{
    private static readonly ConcurrentDictionary<(Type Type, bool OfType), MemberInfo[]> s_members = [];

    public static IEnumerable<(string Name, object Value, bool IsReadOnly)> Read(
        object source,
        ScriptMemberImportFlags flags,
        MemberFilterDelegate filter,
        MemberRenamerDelegate renamer)
    {
        var type = source as Type;
        var instance = type is null ? source : null;
        foreach (var member in s_members.GetOrAdd((type ?? source.GetType(), type is not null), key => Find(key.Type, key.OfType)))
        {
            if ((flags & Flag(member)) == 0 || (filter is not null && !filter(member)))
                continue;
            var name = renamer(member);
            if (string.IsNullOrEmpty(name))
                name = member.Name;
            yield return member switch
            {
                FieldInfo field => (name, Json.Unwrap(field.GetValue(instance)), field.IsInitOnly),
                PropertyInfo property => (name, Json.Unwrap(property.GetValue(instance)), false),
                _ => (name, new MethodFunction((MethodInfo)member), true),
            };
        }
    }

    private static ScriptMemberImportFlags Flag(MemberInfo member) => member switch
    {
        FieldInfo => ScriptMemberImportFlags.Field,
        PropertyInfo => ScriptMemberImportFlags.Property,
        _ => ScriptMemberImportFlags.Method,
    };

    /// <summary>An object shows its own and its type's static members, a type its static members and methods; base types come first.</summary>
    private static MemberInfo[] Find(Type type, bool ofType)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;
        var lineage = new Stack<Type>();
        for (var current = type; current is not null; current = current.BaseType == typeof(object) ? null : current.BaseType)
            lineage.Push(current);

        var members = new List<MemberInfo>();
        foreach (var current in lineage)
        {
            members.AddRange(current.GetFields(Declared).Where(f => !f.IsLiteral && (f.IsStatic || !ofType)));
            members.AddRange(current.GetProperties(Declared).Where(p =>
                p.GetMethod is { IsPublic: true } get && (get.IsStatic || !ofType) && p.GetIndexParameters().Length == 0));
            if (ofType)
                members.AddRange(current.GetMethods(Declared).Where(m => m.IsStatic && !m.IsSpecialName && !m.ContainsGenericParameters));
        }
        return [.. members.Where(member => member.GetCustomAttribute<ScriptMemberIgnoreAttribute>() is null)];
    }
}
