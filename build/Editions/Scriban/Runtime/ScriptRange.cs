using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace Scriban.Runtime;

/// <summary>Values that are made while they are read, such as <c>1..5</c> or the result of <c>array.each</c>; the first change copies them.</summary>
public class ScriptRange : IList<object>, IList, IScriptTransformable, IScriptCustomBinaryOperation
{
    public ScriptRange() => Values = Enumerable.Empty<object>();

    public ScriptRange(IEnumerable values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
    }

    public IEnumerable Values { get; private set; }

    public int Count => Values is IList list ? list.Count : Items.Count();

    public bool IsReadOnly => false;

    public Type ElementType => typeof(object);

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    private IEnumerable<object> Items => Values.Cast<object>();

    public object this[int index]
    {
        get => Values is IList list ? list[index] : Items.ElementAtOrDefault(index);
        set => Copied()[index] = value;
    }

    public IEnumerator<object> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Values.GetEnumerator();

    public void Add(object item) => Growing().Add(item);

    public void Clear() => Values = Enumerable.Empty<object>();

    public bool Contains(object item) => Values is IList list ? list.Contains(item) : Items.Contains(item);

    public void CopyTo(object[] array, int arrayIndex)
    {
        foreach (var item in Values)
            array[arrayIndex++] = item;
    }

    public int IndexOf(object item) => Values is IList list ? list.IndexOf(item) : Items.ToList().IndexOf(item);

    public void Insert(int index, object item) => Growing().Insert(index, item);

    public bool Remove(object item)
    {
        var list = Growing();
        var contains = list.Contains(item);
        list.Remove(item);
        return contains;
    }

    public void RemoveAt(int index) => Growing().RemoveAt(index);

    int IList.Add(object value) => Growing().Add(value);

    void IList.Remove(object value) => Remove(value);

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var item in Values)
            array.SetValue(item, index++);
    }

    public bool TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object leftValue,
        SourceSpan rightSpan,
        object rightValue,
        out object result)
    {
        result = Lists.Apply(context, span, op, leftSpan, leftValue, rightSpan, rightValue, isLazy: true);
        return true;
    }

    public bool CanTransform(Type transformType) => true;

    public virtual bool Visit(TemplateContext context, SourceSpan span, Func<object, bool> visit) => Items.All(visit);

    public virtual object Transform(TemplateContext context, SourceSpan span, Func<object, object> apply, Type destType) =>
        new ScriptRange(Items.Select(apply));

    private IList Copied()
    {
        if (Values is not IList)
            Values = new ScriptArray(Values);
        return (IList)Values;
    }

    private IList Growing()
    {
        if (Values is not IList || Values is IList { IsFixedSize: true })
            Values = new ScriptArray(Values);
        return (IList)Values;
    }
}
