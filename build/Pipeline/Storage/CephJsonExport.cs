using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Storage;

/// <summary>The JSON format: a list of <c>{name, kind, data}</c>, in the layout of older Rook versions.</summary>
internal static class CephJsonExport
{
    /// <exception cref="MalformedExportException">The text is not such a list.</exception>
    public static Dictionary<string, string> Read(string text)
    {
        var entries = Parse(text);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Take("ConfigMap", "rook-ceph-mon-endpoints", "data", CephExportKeys.Monitors);
        Take("Secret", "rook-ceph-mon", "fsid", CephExportKeys.Fsid);
        Take("Secret", "rook-ceph-operator-creds", "userID", CephExportKeys.HealthUser);
        Take("Secret", "rook-ceph-operator-creds", "userKey", CephExportKeys.HealthKey);
        // Newer exports name the health checker where the shell format does.
        Take("Secret", "rook-ceph-mon", "ceph-username", CephExportKeys.HealthUser);
        Take("Secret", "rook-ceph-mon", "ceph-secret", CephExportKeys.HealthKey);
        TakeCsi("rook-csi-rbd-node", CephExportKeys.NodeUser, CephExportKeys.NodeKey);
        TakeCsi("rook-csi-rbd-provisioner", CephExportKeys.ProvisionerUser, CephExportKeys.ProvisionerKey);
        Take("StorageClass", "ceph-rbd", "pool", CephExportKeys.Pool);
        return values;

        // With restricted permissions the names carry the cluster and the pool behind these prefixes.
        void TakeCsi(string prefix, string userKey, string keyKey)
        {
            var name = entries.Select(x => Text(x["name"])).FirstOrDefault(x => x?.StartsWith(prefix, StringComparison.Ordinal) == true) ?? prefix;
            Take("Secret", name, "userID", userKey);
            Take("Secret", name, "userKey", keyKey);
        }

        void Take(string kind, string name, string key, string target)
        {
            var entry = entries.Find(x => Text(x["kind"]) == kind && Text(x["name"]) == name);
            if (entry?["data"] is JsonObject data && Text(data[key]) is { Length: > 0 } found)
                values[target] = found;
        }
    }

    private static List<JsonObject> Parse(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonArray entries && entries.All(x => x is JsonObject))
                return [.. entries.OfType<JsonObject>()];
        }
        catch (JsonException failure)
        {
            throw new MalformedExportException((int)(failure.LineNumber ?? 0) + 1, "this is not JSON: " + failure.Message.Split(" LineNumber")[0]);
        }
        throw new MalformedExportException(1, "this is JSON, but no list of objects");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
