using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>The values of a section's keys.</summary>
internal sealed class SectionValues(IReadOnlyDictionary<ISectionKey, object?> values, string path, SourcePosition position)
{
    /// <summary>The section's dotted path.</summary>
    public string Path => path;

    public SourcePosition Position => position;

    public T Get<T>(SectionKey<T> key) => (T)values[key]!;
}
