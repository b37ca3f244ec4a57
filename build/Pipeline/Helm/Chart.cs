namespace JupyterHub.Pipeline.Helm;

/// <summary>A chart on disk.</summary>
/// <param name="Path">An archive, or a folder with a <c>Chart.yaml</c>.</param>
/// <param name="Digest">SHA-256 of its content, in hexadecimal.</param>
/// <param name="StandsIn">Whether it is the rehearsal's stand-in for a chart that could not be reached.</param>
public sealed record Chart(string Path, string Digest, bool StandsIn);
