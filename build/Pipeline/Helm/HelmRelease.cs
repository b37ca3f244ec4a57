using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Helm;

/// <summary>A chart installed under a name.</summary>
/// <param name="Name">The release's name.</param>
/// <param name="Namespace">The namespace that it is installed in; made when it is missing.</param>
/// <param name="Chart">Where its chart comes from.</param>
/// <param name="Values">The name of its values template under <c>helm-values/</c>.</param>
public sealed record HelmRelease(string Name, string Namespace, ChartSource Chart, string Values)
{
    public override string ToString() => $"release {Namespace}/{Name}";
}
