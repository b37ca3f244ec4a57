using System.Collections;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;
using ScribanEdition.Running.Accessors;

namespace Scriban;

public partial class TemplateContext
{
    private readonly Dictionary<Type, IObjectAccessor> _memberAccessors = [];
    private readonly Dictionary<Type, IListAccessor> _listAccessors = [];

    public IObjectAccessor GetMemberAccessor(object target)
    {
        if (target is null)
            return NoMembers.Default;
        var type = target.GetType();
        if (!_memberAccessors.TryGetValue(type, out var accessor))
            _memberAccessors[type] = accessor = GetMemberAccessorImpl(target) ?? NoMembers.Default;
        return accessor;
    }

    public IListAccessor GetListAccessor(object target) => FindListAccessor(target)
        ?? throw new ScriptRuntimeException(CurrentSpan, $"Unable to find a list accessor for `{GetTypeName(target)}`.");

    protected virtual IObjectAccessor GetMemberAccessorImpl(object target)
    {
        var type = target.GetType();
        return target switch
        {
            IScriptObject => ScriptObjectAccessor.Default,
            string => StringAccessor.Default,
            _ when TypeNames.IsPrimitive(type) => PrimitiveAccessor.Default,
            _ when FindDictionaryAccessor(target, type) is { } accessor => accessor,
            Array => ArrayAccessor.Default,
            IList => ListAccessor.Default,
            _ => TypedAccessor.For(type, _keyComparer, MemberFilter, MemberRenamer),
        };
    }

    protected virtual IListAccessor GetListAccessorImpl(object target, Type type) => target switch
    {
        Array => ArrayAccessor.Default,
        string => StringAccessor.Default,
        _ when TypeNames.IsPrimitive(type) => PrimitiveAccessor.Default,
        IList => ListAccessor.Default,
        _ => null,
    };

    internal IListAccessor FindListAccessor(object target)
    {
        var type = target.GetType();
        if (!_listAccessors.TryGetValue(type, out var accessor))
        {
            accessor = GetListAccessorImpl(target, type);
            if (accessor is not null)
                _listAccessors[type] = accessor;
        }
        return accessor;
    }

    private static IObjectAccessor FindDictionaryAccessor(object target, Type type)
    {
        var dictionary = Array.Find(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDictionary<,>));
        if (dictionary is not null)
            return (IObjectAccessor)Activator.CreateInstance(typeof(DictionaryAccessor<,>).MakeGenericType(dictionary.GetGenericArguments()));
        return target is IDictionary ? DictionaryAccessor.Default : null;
    }
}
