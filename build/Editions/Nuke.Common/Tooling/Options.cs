using System.Linq.Expressions;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>A set of named values that is copied when it is changed.</summary>
public class Options : IOptions
{
    /// <summary>The values in the order they were first set, which is the order of the arguments.</summary>
    internal OrderedDictionary<string, object> Values { get; private set; } = [];

    T IOptions.Get<T>(Expression<Func<object>> provider) => Get<T>(NameOf(provider));

    void IOptions.Set<T>(Expression<Func<T>> provider, object value) => Set(provider, value);

    void IOptions.Remove<T>(Expression<Func<T>> provider) => Values.Remove(NameOf(provider));

    void IOptions.SetDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value) =>
        CopyOf<Dictionary<TKey, TValue>>(provider)[key] = value;

    void IOptions.AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value) =>
        CopyOf<Dictionary<TKey, TValue>>(provider).Add(key, value);

    void IOptions.RemoveDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key) =>
        CopyOf<Dictionary<TKey, TValue>>(provider).Remove(key);

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value) =>
        CopyOf<List<T>>(provider).AddRange(value);

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value) =>
        CopyOf<List<T>>(provider).AddRange(value);

    void IOptions.ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider) => CopyOf<List<T>>(provider).Clear();

    protected internal void Set<T>(Expression<Func<T>> provider, object value)
    {
        if (value is null)
            Values.Remove(NameOf(provider));
        else
            Values[NameOf(provider)] = value;
    }

    protected T Get<T>(Expression<Func<object>> provider) => Get<T>(NameOf(provider));

    internal Options Copy()
    {
        var copy = (Options)MemberwiseClone();
        copy.Values = new OrderedDictionary<string, object>(Values);
        return copy;
    }

    private static string NameOf(LambdaExpression provider) => provider.GetMemberInfo().Name;

    /// <summary>The value; a collection that was set as one of another type is converted.</summary>
    private T Get<T>(string name) => Values.GetValueOrDefault(name) switch
    {
        null => default,
        T value => value,
        var value => (T)Activator.CreateInstance(typeof(T), value)
    };

    /// <summary>Replaces a collection by a copy, because the original belongs to the options that these were copied from.</summary>
    private T CopyOf<T>(LambdaExpression provider)
        where T : class, new()
    {
        var name = NameOf(provider);
        var copy = Values.TryGetValue(name, out var value) ? (T)Activator.CreateInstance(typeof(T), value) : new T();
        Values[name] = copy;
        return copy;
    }
}
