namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>A mapping whose keys are text, each once.</summary>
internal sealed class SourceMapping(SourcePosition position, IReadOnlyList<SourceEntry> entries) : SourceNode(position)
{
    /// <summary>Where its key stands, which is where something missing from it is looked for; its own place when it has no key.</summary>
    public SourcePosition Home { get; init; } = position;

    public IReadOnlyList<SourceEntry> Entries { get; } = entries;

    public override int Size { get; } = 1 + entries.Sum(entry => 1 + entry.Value.Size);

    public override string Kind => "a section";

    public SourceMapping At(SourcePosition home) => new(Position, Entries) { Home = home };

    /// <summary>The entry of <paramref name="key"/>, unless it is absent.</summary>
    public SourceEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
