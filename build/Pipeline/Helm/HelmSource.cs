namespace JupyterHub.Pipeline.Helm;

/// <summary>A place that helm can be fetched from.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="FetchAsync">Writes the program to a path.</param>
internal sealed record HelmSource(string Name, Func<string, CancellationToken, Task> FetchAsync);
