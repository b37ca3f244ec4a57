namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>What a scalar means.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Float,
    Text,
}
