using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>What a request carried.</summary>
/// <param name="Root">The value; null for an empty body.</param>
/// <param name="Duplicates">Paths of names that an object had twice; the last one counts.</param>
internal sealed record Document(JsonNode? Root, IReadOnlyList<string> Duplicates)
{
    public static readonly Document Empty = new(null, []);

    /// <exception cref="ApiStatusException">400: there is no object.</exception>
    public JsonObject Object => Root as JsonObject ?? throw ApiErrors.BadRequest(
        Root is null ? "unexpected end of JSON input" : "couldn't get version/kind; json parse error: json: cannot unmarshal value into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }");
}
