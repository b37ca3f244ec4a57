namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>A list.</summary>
internal sealed class SourceSequence(SourcePosition position, IReadOnlyList<SourceNode> items) : SourceNode(position)
{
    public IReadOnlyList<SourceNode> Items { get; } = items;

    public override int Size { get; } = 1 + items.Sum(item => item.Size);

    public override string Kind => "a list";
}
