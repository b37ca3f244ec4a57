using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>
/// Lays an environment over the one that it extends: sections merge key by key, everything else replaces, nothing (<c>key: null</c>) removes.
/// A key that excludes others (<c>env</c> and <c>file</c> of a secret) replaces what it excludes.
/// </summary>
internal static class YamlMerge
{
    public static SourceMapping Over(SourceMapping below, SourceMapping above, ISectionShape? shape)
    {
        var replaced = above.Entries
            .Where(entry => !entry.Value.IsNull)
            .SelectMany(entry => shape?.ExcludedBy(entry.Key) ?? [])
            .ToHashSet(StringComparer.Ordinal);
        var entries = new List<SourceEntry>();
        foreach (var lower in below.Entries)
        {
            if (above.Find(lower.Key) is { } upper)
                entries.Add(Over(lower, upper, shape?.SectionOf(lower.Key)));
            else if (!replaced.Contains(lower.Key))
                entries.Add(lower);
        }
        entries.AddRange(above.Entries.Where(entry => below.Find(entry.Key) is null));
        return new SourceMapping(above.Position, entries) { Home = above.Home };
    }

    private static SourceEntry Over(SourceEntry below, SourceEntry above, ISectionShape? shape) =>
        below.Value is SourceMapping lower && above.Value is SourceMapping upper
            ? above with { Value = Over(lower, upper, shape) }
            : above;
}
