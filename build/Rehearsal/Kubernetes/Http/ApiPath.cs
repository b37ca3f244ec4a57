namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>The parts of a resource's path: <c>/apis/apps/v1/namespaces/hub/deployments/proxy/status</c>.</summary>
internal sealed record ApiPath(string Group, string Version, string? Namespace, string Resource, string? Name, string? Subresource)
{
    /// <summary>Null when the path does not lead to a resource.</summary>
    public static ApiPath? Parse(string path)
    {
        var parts = path.Trim('/').Split('/');
        var (group, rest) = parts switch
        {
            ["api", "v1", ..] when parts.Length > 2 => ("", parts[1..]),
            ["apis", _, _, ..] when parts.Length > 3 => (parts[1], parts[2..]),
            _ => ("", []),
        };
        if (rest.Length < 2 || rest.Any(part => part.Length == 0))
            return null;
        rest = [.. rest.Select(Uri.UnescapeDataString)];
        var version = rest[0];
        return rest[1..] switch
        {
            ["namespaces", var name] when group.Length == 0 => new ApiPath(group, version, null, "namespaces", name, null),
            ["namespaces", var name, "status" or "finalize"] when group.Length == 0 => new ApiPath(group, version, null, "namespaces", name, rest[3]),
            ["namespaces", var @namespace, var resource, .. var tail] => new ApiPath(group, version, @namespace, resource, At(tail, 0), Tail(tail)),
            [var resource, .. var tail] => new ApiPath(group, version, null, resource, At(tail, 0), Tail(tail)),
            _ => null,
        };
    }

    private static string? At(string[] parts, int index) => parts.Length > index ? parts[index] : null;

    private static string? Tail(string[] parts) => parts.Length > 1 ? string.Join('/', parts[1..]) : null;
}
