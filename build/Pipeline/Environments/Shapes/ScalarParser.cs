using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Reads a scalar.</summary>
/// <returns><see langword="null"/> when it was read; why not otherwise, or nothing when the shape's description says it all.</returns>
internal delegate string? ScalarParser<T>(SourceScalar scalar, out T value);
