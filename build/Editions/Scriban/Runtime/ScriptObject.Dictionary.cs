using System.Collections;

namespace Scriban.Runtime;

public partial class ScriptObject : IDictionary<string, object>, IDictionary
{
    public ICollection<string> Keys => _slots.Keys;

    public ICollection<object> Values => [.. _slots.Values.Select(slot => slot.Value)];

    ICollection IDictionary.Keys => _slots.Keys;

    ICollection IDictionary.Values => (ICollection)Values;

    bool IDictionary.IsFixedSize => false;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => IsReadOnly;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => ((ICollection)_slots).SyncRoot;

    object IDictionary.this[object key]
    {
        get => _slots[Name(key)].Value;
        set
        {
            this.AssertNotReadOnly();
            var name = Name(key);
            _slots[name] = new Slot(value, _slots.TryGetValue(name, out var slot) && slot.IsReadOnly);
        }
    }

    public void Add(string key, object value) => _slots.Add(key, new Slot(value, false));

    public bool ContainsKey(string key) => Contains(key);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        foreach (var (name, slot) in _slots)
            yield return new KeyValuePair<string, object>(name, slot.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IDictionaryEnumerator IDictionary.GetEnumerator() => _slots.ToDictionary(slot => slot.Key, slot => slot.Value.Value).GetEnumerator();

    bool IDictionary<string, object>.TryGetValue(string key, out object value) => TryGetValue(Detached.For(this), default, key, out value);

    void IDictionary.Add(object key, object value)
    {
        this.AssertNotReadOnly();
        Add((string)key, value);
    }

    bool IDictionary.Contains(object key) => key is string name && _slots.ContainsKey(name);

    void IDictionary.Remove(object key) => _slots.Remove(Name(key));

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        _slots.TryGetValue(item.Key, out var slot) && Equals(slot.Value, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)this).Contains(item) && Remove(item.Key);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex)
    {
        foreach (var item in this)
            array[arrayIndex++] = item;
    }

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (var item in this)
            array.SetValue(item, index++);
    }

    private static string Name(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key as string ?? key.ToString();
    }
}
