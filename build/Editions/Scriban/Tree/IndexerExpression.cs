using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

/// <summary><c>target[index]</c>: an item of a list by number, counted from the end if negative, or a member of an object by name.</summary>
internal sealed class IndexerExpression : ScriptExpression, IScriptVariablePath
{
    public ScriptExpression Target { get; set; }

    public ScriptExpression Index { get; set; }

    internal override Grammar Grammar => Grammars.Indexer;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context) => context.GetValue(this);

    public object GetValue(TemplateContext context) => Access(context, null, isSet: false);

    public void SetValue(TemplateContext context, object valueToSet) => Access(context, valueToSet, isSet: true);

    public string GetFirstPath() => (Target as IScriptVariablePath)?.GetFirstPath() ?? string.Empty;

    internal override void WriteTo(NodeText text)
    {
        // $0 is kept as $[0] and shown as it was written.
        if (ScriptVariable.Arguments.Equals(Target) && Index is Literal { IsIndex: true })
            text.Write(Target).Write(Index);
        else
            text.Write(Target).Token("[").Write(Index).Token("]");
    }

    private object Access(TemplateContext context, object valueToSet, bool isSet)
    {
        var target = context.GetValue(Target);
        if (target is null)
        {
            if (!isSet && (context.EnableRelaxedTargetAccess || IsNullConditional(Target)))
                return null;
            throw new ScriptRuntimeException(Target.Span, $"Object `{Target}` is null. Cannot access indexer: {this}");
        }

        var index = context.Evaluate(Index);
        if (index is null)
            return WithNullIndex(context);

        var list = context.FindListAccessor(target);
        if (list is null || target is IDictionary || (target is IScriptObject && index is string))
            return AccessMember(context, target, index, valueToSet, isSet);
        return AccessItem(context, target, index, list, valueToSet, isSet);
    }

    private object WithNullIndex(TemplateContext context) => context.EnableNullIndexer
        ? null
        : throw new ScriptRuntimeException(Index.Span, $"Cannot access target `{Target}` with a null indexer: {this}");

    private object AccessItem(TemplateContext context, object target, object index, IListAccessor list, object valueToSet, bool isSet)
    {
        var position = context.ToInt(Index.Span, index);
        var length = list.GetLength(context, Target.Span, target);
        if (position < 0)
            position += length;
        if (!context.EnableRelaxedIndexerAccess && (position < 0 || position >= length))
            throw new ScriptRuntimeException(Index.Span, $"The index {position} is out of bounds [0, {length}] on the `{Target}` with the indexer: {Index}");
        if (position < 0)
            return null;
        if (!isSet)
            return list.GetValue(context, Index.Span, target, position);
        list.SetValue(context, Index.Span, target, position, valueToSet);
        return null;
    }

    private object AccessMember(TemplateContext context, object target, object index, object valueToSet, bool isSet)
    {
        var accessor = context.GetMemberAccessor(target);
        object key = null;
        object value = null;
        bool done;
        if (accessor.HasIndexer)
        {
            key = context.ToObject(Index.Span, index, accessor.IndexType);
            if (key is null)
                return WithNullIndex(context);
            done = isSet
                ? accessor.TrySetItem(context, Index.Span, target, key, valueToSet)
                : accessor.TryGetItem(context, Index.Span, target, key, out value);
        }
        else
        {
            var name = context.ObjectToString(index) ?? string.Empty;
            key = name;
            done = isSet
                ? accessor.TrySetValue(context, Index.Span, target, name, valueToSet)
                : accessor.TryGetValue(context, Index.Span, target, name, out value)
                    || (context.TryGetMember?.Invoke(context, Index.Span, target, name, out value) ?? false);
        }

        if (done)
            return value;
        if (isSet)
            throw new ScriptRuntimeException(Index.Span, $"Cannot set a value for the readonly member `{key}` in the indexer: {Target}['{key}']");
        if (!context.EnableRelaxedMemberAccess)
            throw new ScriptRuntimeException(Index.Span, $"Cannot access target `{Target}` with an indexer: {Index}");
        return value;
    }

    private static bool IsNullConditional(ScriptExpression target) => target switch
    {
        MemberExpression member => member.IsNullConditional || IsNullConditional(member.Target),
        IsEmptyExpression empty => empty.IsNullConditional || IsNullConditional(empty.Target),
        IndexerExpression indexer => IsNullConditional(indexer.Target),
        NestedExpression nested => IsNullConditional(nested.Expression),
        _ => false,
    };
}
