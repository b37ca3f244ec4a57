using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Storage;

/// <summary>The JSON format: a list of <c>{name, kind, data}</c>, in the layout of older Rook versions.</summary>
internal static class CephJsonExport
{
    /// <exception cref="JsonException">The text is not such a list.</exception>
    public static Dictionary<string, string> Read(string text)
    {
        if (JsonNode.Parse(text) is not JsonArray entries || entries.Any(x => x is not JsonObject))
            throw new JsonException("not a list of objects");
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
            var name = entries.OfType<JsonObject>().Select(x => (string?)x["name"]).FirstOrDefault(x => x?.StartsWith(prefix, StringComparison.Ordinal) == true);
            Take("Secret", name ?? prefix, "userID", userKey);
            Take("Secret", name ?? prefix, "userKey", keyKey);
        }

        void Take(string kind, string name, string key, string target)
        {
            var entry = entries.OfType<JsonObject>().FirstOrDefault(x => (string?)x["kind"] == kind && (string?)x["name"] == name);
            if (entry?["data"]?[key] is JsonValue value && value.TryGetValue<string>(out var found) && found.Length > 0)
                values[target] = found;
        }
    }
}
