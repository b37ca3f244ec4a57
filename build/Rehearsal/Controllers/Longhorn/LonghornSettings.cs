using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>Longhorn's settings: its defaults, over them what the chart's values say, over that what people changed since.</summary>
internal static class LonghornSettings
{
    public const string MapName = "longhorn-default-setting";

    private const string Source = "longhorn.io/configmap-resource-version";

    private static readonly (string Name, string Value)[] Defaults =
    [
        ("create-default-disk-labeled-nodes", "false"),
        ("default-data-path", "/var/lib/longhorn/"),
        ("default-replica-count", "3"),
        ("deleting-confirmation-flag", "false"),
        ("node-down-pod-deletion-policy", "do-nothing"),
        ("rwx-volume-fast-failover", "false"),
        ("storage-over-provisioning-percentage", "100"),
    ];

    public static void Provide(Cluster cluster, string @namespace)
    {
        var map = cluster.Get(Resources.ConfigMaps, @namespace, MapName);
        var version = map.Text("metadata", "resourceVersion");
        var given = YamlText.Parse(map.Text("data", "default-setting.yaml")) as JsonObject ?? [];
        foreach (var (name, value) in Defaults.Select(each => (each.Name, Value: TextOf(given[each.Name]) ?? each.Value))
            .Concat(given.Where(each => Defaults.All(known => known.Name != each.Key)).Select(each => (Name: each.Key, Value: TextOf(each.Value) ?? ""))))
        {
            var key = new ObjectKey(Resources.LonghornSettings, @namespace, name);
            if (cluster.Get(key) is not { } live)
            {
                cluster.Create(Resources.LonghornSettings, new JsonObject
                {
                    ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = @namespace, ["annotations"] = new JsonObject { [Source] = version } },
                    ["value"] = value,
                }, "longhorn-manager");
            }
            else if (given.ContainsKey(name) && live.Text("metadata", "annotations", Source) != version)
            {
                cluster.Change(key, document =>
                {
                    document["value"] = value;
                    document.Ensure("metadata", "annotations")[Source] = version;
                }, "longhorn-manager");
            }
            cluster.ChangeStatus(key, status => status["applied"] = true, "longhorn-manager");
        }
    }

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
