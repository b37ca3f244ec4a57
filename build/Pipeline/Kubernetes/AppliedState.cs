using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>
/// Tells whether a live object is what was asked for, without writing. Two things must hold: the digest of what was last applied
/// is that of what is asked for now, so that nothing has to be removed; and every value asked for is still there.
/// </summary>
internal static class AppliedState
{
    public const string DigestAnnotation = "jupyterhub-pipeline/applied";

    /// <summary>The object as the server will hold it, with the digest of itself in its annotations.</summary>
    public static JsonObject WithDigest(JsonObject desired)
    {
        var stamped = (JsonObject)desired.DeepClone();
        MoveStringData(stamped);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(desired.ToJsonString())));
        var metadata = (JsonObject)stamped["metadata"]!;
        if (metadata["annotations"] is not JsonObject annotations)
            metadata["annotations"] = annotations = [];
        annotations[DigestAnnotation] = "sha256:" + digest;
        return stamped;
    }

    // stringData can only be written: the server keeps it, encoded, under data (core/v1 Secret), where a comparison has to look.
    private static void MoveStringData(JsonObject stamped)
    {
        if ((string?)stamped["kind"] != "Secret" || stamped["stringData"] is not JsonObject texts)
            return;
        stamped.Remove("stringData");
        if (stamped["data"] is not JsonObject data)
            stamped["data"] = data = [];
        foreach (var (key, text) in texts)
            data[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes((string?)text ?? ""));
    }

    /// <param name="stamped">What is asked for, from <see cref="WithDigest"/>.</param>
    /// <param name="live">The object as the server has it.</param>
    public static bool IsCurrent(JsonObject stamped, JsonObject live) => Contains(live, stamped);

    private static bool Contains(JsonNode? live, JsonNode? desired) => (live, desired) switch
    {
        (_, null) => live is null,
        (null, JsonObject { Count: 0 } or JsonArray { Count: 0 }) => true,
        (JsonObject a, JsonObject b) => b.All(x => Contains(a[x.Key], x.Value)),
        (JsonArray a, JsonArray b) => a.Count >= b.Count && ContainsItems(a, b),
        (JsonValue a, JsonValue b) => JsonNode.DeepEquals(a, b),
        _ => false,
    };

    // Lists that the server merges by key may hold other managers' items, in an order of their own.
    private static bool ContainsItems(JsonArray live, JsonArray desired)
        => live.Count == desired.Count && live.Zip(desired).All(x => Contains(x.First, x.Second))
           || desired.All(x => live.Any(y => Contains(y, x)));
}
