namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>A place in a file; lines and columns count from 1.</summary>
internal readonly record struct SourcePosition(SourceDocument Document, int Line, int Column)
{
    public override string ToString() => $"{Document.DisplayPath}:{Line}:{Column}";
}
