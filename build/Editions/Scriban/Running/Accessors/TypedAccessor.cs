using System.Collections.Concurrent;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ScribanEdition.Running.Accessors;

/// <summary>Reads and writes the fields and properties of a .NET type under their template names.</summary>
internal sealed class TypedAccessor : IObjectAccessor
{
    private static readonly ConcurrentDictionary<Type, TypedAccessor> s_standard = [];

    private readonly Dictionary<string, MemberInfo> _members;
    private readonly PropertyInfo _indexer;

    private TypedAccessor(Type type, IEqualityComparer<string> keyComparer, MemberFilterDelegate filter, MemberRenamerDelegate renamer)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        _members = new Dictionary<string, MemberInfo>(keyComparer);
        // The most derived member of a name wins.
        for (var current = type; current is not null; current = current.BaseType == typeof(object) ? null : current.BaseType)
        {
            foreach (var field in current.GetFields(Declared).Where(f => !f.IsLiteral && IsShown(f, filter)))
                _members.TryAdd(Name(field, renamer), field);
            foreach (var property in current.GetProperties(Declared).Where(p => p.GetMethod is { IsPublic: true } && IsShown(p, filter)))
            {
                if (property.GetIndexParameters().Length == 0)
                    _members.TryAdd(Name(property, renamer), property);
                else
                    _indexer = property;
            }
        }
    }

    public bool HasIndexer => _indexer is not null;

    public Type IndexType => _indexer?.GetIndexParameters()[0].ParameterType;

    public static TypedAccessor For(Type type, IEqualityComparer<string> keyComparer, MemberFilterDelegate filter, MemberRenamerDelegate renamer) =>
        keyComparer is null && filter is null && (renamer is null || renamer == StandardMemberRenamer.Default)
            ? s_standard.GetOrAdd(type, t => new TypedAccessor(t, null, null, StandardMemberRenamer.Default))
            : new TypedAccessor(type, keyComparer, filter, renamer ?? StandardMemberRenamer.Default);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => _members.Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => _members.Keys;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => _members.ContainsKey(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        value = null;
        if (!_members.TryGetValue(member, out var found))
            return false;
        value = found is FieldInfo field ? field.GetValue(target) : ((PropertyInfo)found).GetValue(target);
        return true;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value)
    {
        switch (_members.GetValueOrDefault(member))
        {
            case FieldInfo { IsInitOnly: false } field:
                field.SetValue(target, context.ToObject(span, value, field.FieldType));
                return true;
            case PropertyInfo property when CanSet(property):
                property.SetValue(target, context.ToObject(span, value, property.PropertyType));
                return true;
            default:
                return false;
        }
    }

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value)
    {
        value = _indexer?.GetValue(target, [index]);
        return _indexer is not null;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value)
    {
        if (_indexer is null || !CanSet(_indexer))
            return false;
        _indexer.SetValue(target, value, [index]);
        return true;
    }

    private static bool IsShown(MemberInfo member, MemberFilterDelegate filter) =>
        member.GetCustomAttribute<ScriptMemberIgnoreAttribute>() is null && (filter is null || filter(member));

    private static string Name(MemberInfo member, MemberRenamerDelegate renamer) => renamer(member) is { Length: > 0 } name ? name : member.Name;

    private static bool CanSet(PropertyInfo property) => property.GetSetMethod() is { } set
        && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
