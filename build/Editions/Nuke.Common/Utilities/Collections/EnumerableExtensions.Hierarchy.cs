namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    public static IEnumerable<T> DescendantsAndSelf<T>(this T obj, Func<T, T> selector, Func<T, bool> traverse = null) =>
        obj.Concat(obj.Descendants(selector, traverse));

    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, T> selector, Func<T, bool> traverse = null)
    {
        while (traverse is null || traverse(obj))
        {
            obj = selector(obj);
            if (traverse is null && Equals(obj, default(T)))
                yield break;

            yield return obj;
        }
    }

    public static IEnumerable<T> DescendantsAndSelf<T>(this T obj, Func<T, IEnumerable<T>> selector, Func<T, bool> traverse = null) =>
        obj.Concat(obj.Descendants(selector, traverse));

    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, IEnumerable<T>> selector, Func<T, bool> traverse = null) =>
        selector(obj)
            .Where(x => traverse is null || traverse(x))
            .SelectMany(x => x.DescendantsAndSelf(selector, traverse));

    /// <summary>Orders the items so that each follows its dependencies.</summary>
    public static IEnumerable<T> TSort<T>(this IEnumerable<T> source, Func<T, IEnumerable<T>> dependencies, bool throwOnCycle = false)
    {
        var sorted = new List<T>();
        var visited = new HashSet<T>();
        source.ForEach(Visit);
        return sorted;

        void Visit(T item)
        {
            if (!visited.Add(item))
            {
                if (throwOnCycle && !sorted.Contains(item))
                    throw new Exception($"Cyclic dependency found involving {item}.");
                return;
            }

            dependencies(item).ForEach(Visit);
            sorted.Add(item);
        }
    }
}
