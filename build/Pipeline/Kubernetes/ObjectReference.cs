using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>Names one object of a cluster.</summary>
/// <param name="ApiVersion"><c>v1</c>, <c>apps/v1</c>.</param>
/// <param name="Kind">The kind, in the singular: <c>Deployment</c>.</param>
/// <param name="Namespace">Absent for objects of the cluster's scope.</param>
/// <param name="Name">The object's name.</param>
public sealed record ObjectReference(string ApiVersion, string Kind, string? Namespace, string Name)
{
    /// <summary>Reads the reference that an object carries.</summary>
    /// <exception cref="ArgumentException">The object lacks a version, a kind or a name.</exception>
    public static ObjectReference Of(JsonObject value)
    {
        var metadata = value["metadata"] as JsonObject;
        return new ObjectReference(
            Text(value, "apiVersion"),
            Text(value, "kind"),
            (string?)metadata?["namespace"],
            Text(metadata, "name"));
    }

    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";

    private static string Text(JsonObject? parent, string key)
        => (string?)parent?[key] ?? throw new ArgumentException($"An object without {key}: {parent?.ToJsonString()}");
}
