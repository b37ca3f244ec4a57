namespace Nuke.Common.Execution;

/// <summary>Tarjan's algorithm: the sets of vertices that reach each other.</summary>
internal static class StronglyConnectedComponents
{
    public static IReadOnlyList<IReadOnlyList<T>> Find<T>(IEnumerable<T> vertices, Func<T, IEnumerable<T>> successors)
    {
        var index = new Dictionary<T, int>();
        var lowLink = new Dictionary<T, int>();
        var stack = new Stack<T>();
        var onStack = new HashSet<T>();
        var components = new List<IReadOnlyList<T>>();

        foreach (var vertex in vertices)
        {
            if (!index.ContainsKey(vertex))
                Connect(vertex);
        }

        return components;

        void Connect(T vertex)
        {
            index[vertex] = lowLink[vertex] = index.Count;
            stack.Push(vertex);
            onStack.Add(vertex);

            foreach (var successor in successors(vertex))
            {
                if (!index.TryGetValue(successor, out var successorIndex))
                {
                    Connect(successor);
                    lowLink[vertex] = Math.Min(lowLink[vertex], lowLink[successor]);
                }
                else if (onStack.Contains(successor))
                {
                    lowLink[vertex] = Math.Min(lowLink[vertex], successorIndex);
                }
            }

            if (lowLink[vertex] == index[vertex])
                components.Add(PopTo(vertex));
        }

        List<T> PopTo(T root)
        {
            var component = new List<T>();
            do
            {
                component.Add(stack.Pop());
                onStack.Remove(component[^1]);
            }
            while (!EqualityComparer<T>.Default.Equals(component[^1], root));

            return component;
        }
    }
}
