namespace JupyterHub.Pipeline.Environments;

/// <summary>Where the values of an environment stand, by dotted path.</summary>
public sealed class SourceMap(IReadOnlyDictionary<string, string> locations)
{
    /// <summary>Knows no location.</summary>
    public static SourceMap Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>
    /// The <c>file:line:column</c> of the value at <paramref name="path"/> (<c>dns.bind9.records[0].name</c>), or of the nearest
    /// section around it that is written down; <see langword="null"/> when there is none.
    /// </summary>
    public string? LocationOf(string path)
    {
        while (true)
        {
            if (locations.TryGetValue(path, out var location))
                return location;
            if (path.Length == 0)
                return null;
            path = path[..Math.Max(path.LastIndexOfAny(['.', '[']), 0)];
        }
    }

    /// <summary>Whether the value at <paramref name="path"/> is written down rather than a default.</summary>
    public bool Contains(string path) => locations.ContainsKey(path);
}
