using System.Linq.Expressions;

namespace Nuke.Common.Tooling;

/// <summary>Changes options within <see cref="OptionsExtensions.Modify{T}"/>.</summary>
public interface IOptions
{
    T Get<T>(Expression<Func<object>> provider);

    void Set<T>(Expression<Func<T>> provider, object value);

    void Remove<T>(Expression<Func<T>> provider);

    void SetDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value);

    void AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value);

    void RemoveDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key);

    void AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value);

    void AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value);

    void ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider);
}
