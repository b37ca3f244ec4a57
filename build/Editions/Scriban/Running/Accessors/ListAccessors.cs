using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Running.Accessors;

/// <summary>What lists, arrays and strings have in common: a length, seen as the member <c>size</c>, and no indexer by name.</summary>
internal abstract class SizedAccessor : IListAccessor, IObjectAccessor
{
    public bool HasIndexer => false;

    public Type IndexType => null;

    public abstract int GetLength(TemplateContext context, SourceSpan span, object target);

    public abstract object GetValue(TemplateContext context, SourceSpan span, object target, int index);

    public abstract void SetValue(TemplateContext context, SourceSpan span, object target, int index, object value);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 1;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ["size"];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => member == "size";

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        value = member == "size" ? GetLength(context, span, target) : null;
        return value is not null;
    }

    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value) =>
        throw new NotSupportedException();

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object value) =>
        throw new NotSupportedException();
}

internal sealed class ListAccessor : SizedAccessor
{
    public static readonly ListAccessor Default = new();

    public override int GetLength(TemplateContext context, SourceSpan span, object target) => ((IList)target).Count;

    public override object GetValue(TemplateContext context, SourceSpan span, object target, int index)
    {
        var list = (IList)target;
        return index < 0 || index >= list.Count ? null : list[index];
    }

    public override void SetValue(TemplateContext context, SourceSpan span, object target, int index, object value)
    {
        var list = (IList)target;
        if (index < 0)
            return;
        context.EnterLoopScope();
        try
        {
            while (list.Count <= index)
            {
                context.StepLoop(span, 1, isQueryable: false);
                list.Add(null);
            }
        }
        finally
        {
            context.ExitLoopScope();
        }
        list[index] = value;
    }

    public override bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value) =>
        base.TryGetValue(context, span, target, member, out value)
        || (target is IScriptObject script && script.TryGetValue(context, span, member, out value));

    public override bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object value) =>
        member != "size" && target is IScriptObject script && script.TrySetValue(context, span, member, value, false);
}

internal sealed class ArrayAccessor : SizedAccessor
{
    public static readonly ArrayAccessor Default = new();

    public override int GetLength(TemplateContext context, SourceSpan span, object target) => ((Array)target).Length;

    public override object GetValue(TemplateContext context, SourceSpan span, object target, int index) => ((Array)target).GetValue(index);

    public override void SetValue(TemplateContext context, SourceSpan span, object target, int index, object value) =>
        ((Array)target).SetValue(value, index);
}

internal sealed class StringAccessor : SizedAccessor
{
    public static readonly StringAccessor Default = new();

    public override int GetLength(TemplateContext context, SourceSpan span, object target) => ((string)target).Length;

    public override object GetValue(TemplateContext context, SourceSpan span, object target, int index) => ((string)target)[index].ToString();

    public override void SetValue(TemplateContext context, SourceSpan span, object target, int index, object value) =>
        throw new ScriptRuntimeException(span, "Cannot replace a character in a string");
}
