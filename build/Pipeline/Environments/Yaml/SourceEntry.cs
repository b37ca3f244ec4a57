namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>One key of a mapping, with its value.</summary>
internal sealed record SourceEntry(string Key, SourcePosition KeyPosition, SourceNode Value);
