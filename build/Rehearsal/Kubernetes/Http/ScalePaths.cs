namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Where a scalable type keeps its replicas: built-in ones in the usual places, custom ones where their definition says.</summary>
internal sealed record ScalePaths(string[] Specification, string[] Status, string[]? Selector)
{
    private static readonly ScalePaths BuiltIn = new(["spec", "replicas"], ["status", "replicas"], ["spec", "selector"]);

    public static ScalePaths Of(ClusterStore store, ResourceType type)
    {
        if (type.Definition is not { } definition)
            return BuiltIn;
        var scale = store.Get(store.Types["CustomResourceDefinition"], null, definition)
            .Items("spec", "versions").First(version => version.Text("name") == type.Version).Child("subresources", "scale");
        return new ScalePaths(
            Split(scale.Text("specReplicasPath")) ?? BuiltIn.Specification, Split(scale.Text("statusReplicasPath")) ?? BuiltIn.Status, Split(scale.Text("labelSelectorPath")));
    }

    private static string[]? Split(string? path) => path?.TrimStart('.').Split('.');
}
