using System.IO.Compression;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Kubernetes;
using YamlDotNet.RepresentationModel;

namespace JupyterHub.Pipeline.Helm;

/// <summary>
/// The newest revision of a release, as helm keeps it in the cluster: a Secret <c>sh.helm.release.v1.NAME.vN</c> whose content is the
/// release as JSON, gzipped and base64-encoded (helm's storage driver), once more base64-encoded by Kubernetes.
/// </summary>
/// <param name="Status"><c>deployed</c>, <c>failed</c>, <c>pending-install</c>, <c>pending-upgrade</c>, <c>pending-rollback</c>, <c>uninstalling</c>.</param>
/// <param name="Revision">Counts from 1.</param>
/// <param name="Digest">What <see cref="HelmReleases"/> recorded of chart and values; empty when somebody else installed it.</param>
/// <param name="Objects">The objects of its manifest, hooks left out.</param>
internal sealed record DeployedRelease(string Status, int Revision, string Digest, IReadOnlyList<ObjectReference> Objects)
{
    /// <summary>The label of the release's Secret that holds the digest.</summary>
    public const string DigestLabel = "jupyterhub-pipeline-digest";

    public const string Uninstalling = "uninstalling";

    /// <summary>Whether helm was killed while it worked on the release: it refuses to upgrade such a one.</summary>
    public bool IsInterrupted => Status == Uninstalling || Status.StartsWith("pending-", StringComparison.Ordinal);

    public static async Task<DeployedRelease?> FindAsync(KubernetesCluster cluster, HelmRelease release, CancellationToken cancellation)
    {
        var secrets = await cluster.ListAsync("v1", "Secret", release.Namespace, $"owner=helm,name={release.Name}", cancellation);
        var newest = secrets.MaxBy(x => int.TryParse((string?)x["metadata"]?["labels"]?["version"], out var version) ? version : 0);
        if (newest is null)
            return null;
        var labels = newest["metadata"]!["labels"]!;
        return new DeployedRelease(
            (string?)labels["status"] ?? "unknown",
            int.Parse((string)labels["version"]!, System.Globalization.CultureInfo.InvariantCulture),
            (string?)labels[DigestLabel] ?? "",
            Manifest((string?)newest["data"]?["release"], release.Namespace));
    }

    private static List<ObjectReference> Manifest(string? encoded, string releaseNamespace)
    {
        if (encoded is null)
            return [];
        using var packed = new MemoryStream(Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(encoded))));
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        var manifest = (string?)JsonNode.Parse(unpacked)?["manifest"] ?? "";
        var stream = new YamlStream();
        stream.Load(new StringReader(manifest));
        return [.. stream.Documents.Select(x => x.RootNode).OfType<YamlMappingNode>().Select(x => Reference(x, releaseNamespace)).OfType<ObjectReference>()];
    }

    private static ObjectReference? Reference(YamlMappingNode document, string releaseNamespace)
    {
        if (Text(document, "kind") is not { } kind || Text(document, "apiVersion") is not { } apiVersion)
            return null;
        return document.Children.TryGetValue("metadata", out var metadata) && metadata is YamlMappingNode fields && Text(fields, "name") is { } name
            ? new ObjectReference(apiVersion, kind, Text(fields, "namespace") ?? releaseNamespace, name)
            : null;
    }

    private static string? Text(YamlMappingNode node, string key)
        => node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;
}
