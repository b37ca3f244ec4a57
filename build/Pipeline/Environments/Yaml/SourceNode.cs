namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>A YAML node that knows where it stands.</summary>
internal abstract class SourceNode(SourcePosition position)
{
    public SourcePosition Position { get; } = position;

    /// <summary>How many nodes it holds, itself included and aliases counted each time.</summary>
    public abstract int Size { get; }

    /// <summary>What it is, for messages: <c>a list</c>.</summary>
    public abstract string Kind { get; }

    public virtual bool IsNull => false;
}
