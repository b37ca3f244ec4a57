namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Discovery;

/// <summary>What discovery says of subresources.</summary>
internal static class Subresource
{
    /// <summary>The kind that a subresource speaks; group and version where they are not the resource's own.</summary>
    public static (string? Group, string? Version, string Kind) KindOf(ResourceType type, string subresource) => subresource switch
    {
        "scale" => ("autoscaling", "v1", "Scale"),
        "eviction" => ("policy", "v1", "Eviction"),
        "binding" => (null, null, "Binding"),
        "token" => ("authentication.k8s.io", "v1", "TokenRequest"),
        "exec" => (null, null, "PodExecOptions"),
        "attach" => (null, null, "PodAttachOptions"),
        "portforward" => (null, null, "PodPortForwardOptions"),
        "proxy" => (null, null, $"{type.Kind}ProxyOptions"),
        _ => (null, null, type.Kind),
    };

    public static string[] Verbs(string subresource) => subresource switch
    {
        "eviction" or "binding" or "token" => ["create"],
        "log" => ["get"],
        "exec" or "attach" or "portforward" => ["create", "get"],
        "proxy" => ["create", "delete", "get", "patch", "update"],
        "finalize" => ["update"],
        _ => ["get", "patch", "update"],
    };
}
