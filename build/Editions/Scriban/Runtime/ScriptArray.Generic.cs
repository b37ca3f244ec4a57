using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace Scriban.Runtime;

/// <summary>A list that can also carry members by name.</summary>
public partial class ScriptArray<T> : IList<T>, IList, IScriptObject, IScriptCustomBinaryOperation, IScriptTransformable
{
    private List<T> _values;
    private ScriptObject _members;
    private bool _isReadOnly;

    public ScriptArray() => _values = [];

    public ScriptArray(int capacity) => _values = new List<T>(capacity);

    public ScriptArray(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        _values = [.. array];
    }

    public ScriptArray(IEnumerable<T> values) => _values = [.. values];

    public ScriptArray(IEnumerable values)
    {
        _values = [];
        foreach (var value in values)
            _values.Add(Convert(value));
    }

    public int Capacity
    {
        get => _values.Capacity;
        set => _values.Capacity = value;
    }

    public virtual bool IsReadOnly
    {
        get => _isReadOnly;
        set
        {
            _isReadOnly = value;
            if (_members is not null)
                _members.IsReadOnly = value;
        }
    }

    public int Count => _values.Count;

    public Type ElementType => typeof(T);

    /// <summary>The members that the array carries besides its items.</summary>
    public ScriptObject ScriptObject => _members ??= new ScriptObject { IsReadOnly = IsReadOnly };

    public virtual T this[int index]
    {
        get => _values[index];
        set
        {
            if (index < 0)
                return;
            this.AssertNotReadOnly();
            while (_values.Count <= index)
                _values.Add(default);
            _values[index] = value;
        }
    }

    public T[] ToArray() => [.. _values];

    public virtual void Add(T item)
    {
        this.AssertNotReadOnly();
        _values.Add(item);
    }

    public void AddRange(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
            Add(item);
    }

    public virtual void Clear()
    {
        this.AssertNotReadOnly();
        _values.Clear();
    }

    public virtual bool Contains(T item) => _values.Contains(item);

    public virtual void CopyTo(T[] array, int arrayIndex) => _values.CopyTo(array, arrayIndex);

    public void CopyTo(int index, T[] array, int arrayIndex, int count) => _values.CopyTo(index, array, arrayIndex, count);

    public virtual int IndexOf(T item) => _values.IndexOf(item);

    public virtual void Insert(int index, T item)
    {
        this.AssertNotReadOnly();
        while (_values.Count < index)
            _values.Add(default);
        _values.Insert(index, item);
    }

    public virtual bool Remove(T item)
    {
        this.AssertNotReadOnly();
        return _values.Remove(item);
    }

    public virtual void RemoveAt(int index)
    {
        this.AssertNotReadOnly();
        if (index >= 0 && index < _values.Count)
            _values.RemoveAt(index);
    }

    public List<T>.Enumerator GetEnumerator() => _values.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public virtual IScriptObject Clone(bool deep)
    {
        var clone = (ScriptArray<T>)MemberwiseClone();
        clone._values = [.. _values.Select(value => deep && value is IScriptObject inner ? (T)inner.Clone(true) : value)];
        clone._members = (ScriptObject)_members?.Clone(deep);
        return clone;
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
        result = Lists.Apply(context, span, op, leftSpan, leftValue, rightSpan, rightValue, isLazy: false);
        return true;
    }

    public virtual bool CanTransform(Type transformType) => true;

    public virtual bool Visit(TemplateContext context, SourceSpan span, Func<object, bool> visit)
    {
        foreach (var item in _values)
        {
            if (!visit(item))
                return false;
        }
        return true;
    }

    public virtual object Transform(TemplateContext context, SourceSpan span, Func<object, object> apply, Type destType)
    {
        ArgumentNullException.ThrowIfNull(apply);
        var clone = (ScriptArray<T>)Clone(true);
        for (var i = 0; i < clone._values.Count; i++)
            clone._values[i] = Convert(apply(clone._values[i]));
        return clone;
    }

    private static T Convert(object value) => value switch
    {
        T typed => typed,
        null when default(T) is null => default,
        null => throw new ArgumentNullException(nameof(value)),
        _ => (T)System.Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.CurrentCulture),
    };
}
