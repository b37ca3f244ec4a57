using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be changed.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
{
    private readonly Dictionary<TKey, List<TValue>> _dictionary;

    public LookupTable()
        : this(new Dictionary<TKey, List<TValue>>())
    {
    }

    public LookupTable(IEqualityComparer<TKey> comparer)
        : this(new Dictionary<TKey, List<TValue>>(comparer))
    {
    }

    public LookupTable(ILookup<TKey, TValue> lookupTable, IEqualityComparer<TKey> comparer = null)
        : this(Enumerable.ToDictionary(lookupTable, x => x.Key, x => x.ToList(), comparer))
    {
    }

    public LookupTable(Dictionary<TKey, List<TValue>> dictionary) => _dictionary = dictionary;

    public int Count => Lookup.Count;

    private ILookup<TKey, TValue> Lookup => _dictionary
        .SelectMany(x => x.Value.Select(y => (x.Key, Value: y)))
        .ToLookup(x => x.Key, x => x.Value);

    public IEnumerable<TValue> this[TKey key]
    {
        get => Lookup[key];
        set => _dictionary[key] = value.ToList();
    }

    public void Add(TKey key, TValue value) => ValuesOf(key).Add(value);

    public void AddRange(TKey key, IEnumerable<TValue> values) => ValuesOf(key).AddRange(values);

    public void Remove(TKey key) => _dictionary.Remove(key);

    public void Remove(TKey key, TValue value) => _dictionary.GetValueOrDefault(key)?.Remove(value);

    public void Clear() => _dictionary.Clear();

    public bool Contains(TKey key) => _dictionary.ContainsKey(key);

    public ILookup<TKey, TValue> AsReadOnly() => this;

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() => Lookup.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<TValue> ValuesOf(TKey key)
    {
        if (!_dictionary.TryGetValue(key, out var values))
            _dictionary[key] = values = [];
        return values;
    }
}
