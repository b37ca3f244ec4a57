using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Running.Accessors;

internal sealed class ScriptObjectAccessor : IObjectAccessor
{
    public static readonly ScriptObjectAccessor Default = new();

    public bool HasIndexer => false;

    public Type IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((IScriptObject)target).Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ((IScriptObject)target).GetMembers();

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => ((IScriptObject)target).Contains(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value) =>
        ((IScriptObject)target).TryGetValue(context, span, member, out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) =>
        ((IScriptObject)target).TrySetValue(context, span, member, value, false);

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value) =>
        throw new NotSupportedException();

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value) =>
        throw new NotSupportedException();
}

/// <summary>Null, and what nothing is known of: no members.</summary>
internal sealed class NoMembers : IObjectAccessor
{
    public static readonly NoMembers Default = new();

    public bool HasIndexer => false;

    public Type IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => false;

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        value = null;
        return false;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value) =>
        TryGetValue(context, span, target, null, out value);

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value) => false;
}

/// <summary>Numbers, characters and booleans: no members, and an error for what uses them as a list.</summary>
internal sealed class PrimitiveAccessor : IObjectAccessor, IListAccessor
{
    public static readonly PrimitiveAccessor Default = new();

    public bool HasIndexer => false;

    public Type IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => false;

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        value = null;
        return context.EnableRelaxedMemberAccess ? true : throw NoMember(context, span, target, "member", member);
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) =>
        throw NoMember(context, span, target, "member", member);

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value)
    {
        value = null;
        return context.EnableRelaxedMemberAccess ? true : throw NoMember(context, span, target, "index", index);
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value) =>
        throw NoMember(context, span, target, "index", index);

    public int GetLength(TemplateContext context, SourceSpan span, object target) =>
        throw new ScriptRuntimeException(span, $"Cannot use the {context.GetTypeName(target)} primitive `{target}` as a list.");

    public object GetValue(TemplateContext context, SourceSpan span, object target, int index) => throw NotAList(context, span, target);

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object value) => throw NotAList(context, span, target);

    private static ScriptRuntimeException NoMember(TemplateContext context, SourceSpan span, object target, string kind, object name) =>
        new(span, $"Cannot get or set a member on the primitive `{target}/{context.GetTypeName(target)}` when accessing {kind}: {name}");

    private static ScriptRuntimeException NotAList(TemplateContext context, SourceSpan span, object target) =>
        new(span, $"Cannot index the {context.GetTypeName(target)} primitive `{target}`.");
}

internal sealed class DictionaryAccessor : IObjectAccessor
{
    public static readonly DictionaryAccessor Default = new();

    public bool HasIndexer => true;

    public Type IndexType => typeof(object);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((IDictionary)target).Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        ((IDictionary)target).Keys.Cast<object>().Select(key => context.ObjectToString(key) ?? string.Empty);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => ((IDictionary)target).Contains(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value) =>
        TryGetItem(context, span, target, member, out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) =>
        TrySetItem(context, span, target, member, value);

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value)
    {
        var dictionary = (IDictionary)target;
        var found = dictionary.Contains(index);
        value = found ? dictionary[index] : null;
        return found;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value)
    {
        ((IDictionary)target)[index] = value;
        return true;
    }
}

/// <summary>Dictionaries with typed keys; member names are converted to them.</summary>
internal sealed class DictionaryAccessor<TKey, TValue> : IObjectAccessor
{
    public bool HasIndexer => true;

    public Type IndexType => typeof(TKey);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((IDictionary<TKey, TValue>)target).Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        ((IDictionary<TKey, TValue>)target).Keys.Select(key => context.ObjectToString(key) ?? string.Empty);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        ((IDictionary<TKey, TValue>)target).ContainsKey(Key(context, member));

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        var found = ((IDictionary<TKey, TValue>)target).TryGetValue(Key(context, member), out var typed);
        // By name, a missing number is a zero to templates that may ask for it.
        value = typed;
        return found;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) =>
        TrySetItem(context, span, target, Key(context, member), value);

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value)
    {
        var found = ((IDictionary<TKey, TValue>)target).TryGetValue((TKey)index, out var typed);
        value = found ? typed : null;
        return found;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value)
    {
        ((IDictionary<TKey, TValue>)target)[(TKey)index] = context.ToObject(span, value, typeof(TValue)) switch
        {
            TValue typed => typed,
            null when default(TValue) is null => default,
            _ => throw new ScriptRuntimeException(span, $"Unable to convert dictionary value to `{typeof(TValue)}`."),
        };
        return true;
    }

    private static TKey Key(TemplateContext context, string member) => context.ToObject(default, member, typeof(TKey)) is TKey key
        ? key
        : throw new InvalidOperationException($"Unable to convert member `{member}` to dictionary key type `{typeof(TKey)}`.");
}
