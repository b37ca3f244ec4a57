using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

public partial class ScriptArray<T>
{
    bool IList.IsFixedSize => false;

    bool IList.IsReadOnly => IsReadOnly;

    bool ICollection<T>.IsReadOnly => IsReadOnly;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => ((ICollection)_values).SyncRoot;

    object IList.this[int index]
    {
        get => this[index];
        set => _values[index] = Convert(value);
    }

    public IEnumerable<string> GetMembers() => _members is null ? ["size"] : _members.GetMembers().Prepend("size");

    public virtual bool Contains(string member) => ScriptObject.Contains(member);

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        if (member != "size")
            return ScriptObject.TryGetValue(context, span, member, out value);
        value = Count;
        return true;
    }

    public virtual bool CanWrite(string member) => member != "size" && ScriptObject.CanWrite(member);

    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly) =>
        ScriptObject.TrySetValue(context, span, member, value, readOnly);

    public virtual bool Remove(string member) => ScriptObject.Remove(member);

    public virtual void SetReadOnly(string member, bool readOnly) => ScriptObject.SetReadOnly(member, readOnly);

    int IList.Add(object value)
    {
        _values.Add(Convert(value));
        return 0;
    }

    bool IList.Contains(object value) => ((IList)_values).Contains(value);

    int IList.IndexOf(object value) => ((IList)_values).IndexOf(value);

    void IList.Insert(int index, object value) => _values.Insert(index, Convert(value));

    void IList.Remove(object value) => _values.Remove(Convert(value));

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_values).CopyTo(array, index);
}
