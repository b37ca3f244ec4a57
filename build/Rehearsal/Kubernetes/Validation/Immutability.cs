using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>Fields that keep the value they were created with, and the texts by which the real API says so.</summary>
internal static class Immutability
{
    private const string Immutable = "field is immutable";

    private static readonly string[] StatefulSetMutable =
        ["replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds"];

    public static void Check(ResourceType type, JsonObject live, JsonObject document, Causes causes)
    {
        switch (type.GroupResource)
        {
            case "deployments.apps" or "replicasets.apps" or "daemonsets.apps":
                Keep("spec.selector", Immutable);
                break;
            case "statefulsets.apps":
                if (Differ(live, document, "spec", StatefulSetMutable))
                {
                    causes.Forbidden("spec", "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', "
                        + "'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
                }
                break;
            case "jobs.batch":
                Keep("spec.selector", Immutable);
                Keep("spec.completions", Immutable, unless: live.Text("spec", "completionMode") == "Indexed");
                Keep("spec.template", Immutable, unless: live.Flag("spec", "suspend") == true);
                break;
            case "storageclasses.storage.k8s.io":
                foreach (var field in new[] { "parameters", "provisioner", "reclaimPolicy" })
                    Forbid(field, $"updates to {field} are forbidden.");
                Keep("volumeBindingMode", Immutable);
                break;
            case "persistentvolumeclaims":
                if (Differ(live, document, "spec", ["resources", "volumeAttributesClassName", "volumeName", "storageClassName"])
                    || live.At("spec", "volumeName") is not null && Changed("spec.volumeName")
                    || live.At("spec", "storageClassName") is not null && Changed("spec.storageClassName"))
                {
                    causes.Forbidden("spec", "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims");
                }
                break;
            case "persistentvolumes":
                foreach (var source in new[] { "csi", "nfs", "hostPath", "local", "rbd", "cephfs" }.Where(source => Changed($"spec.{source}")))
                    causes.Forbidden("spec.persistentvolumesource", "spec.persistentvolumesource is immutable after creation");
                break;
            case "secrets":
                Keep("type", Immutable);
                Frozen("data");
                break;
            case "configmaps":
                Frozen("data");
                Frozen("binaryData");
                break;
            case "services":
                if (document.Text("spec", "type") != "ExternalName" && live.Text("spec", "clusterIP") is { Length: > 0 } address && Changed("spec.clusterIP"))
                    causes.Invalid("spec.clusterIPs[0]", new JsonArray(document.Text("spec", "clusterIP")), $"may not change once set (was {address})");
                break;
            case "rolebindings.rbac.authorization.k8s.io" or "clusterrolebindings.rbac.authorization.k8s.io":
                Keep("roleRef", "cannot change roleRef");
                break;
            case "priorityclasses.scheduling.k8s.io":
                Forbid("value", "may not be changed in an update.");
                break;
            case "ingressclasses.networking.k8s.io":
                Keep("spec.controller", Immutable);
                break;
            case "runtimeclasses.node.k8s.io":
                Keep("handler", Immutable);
                break;
            case "customresourcedefinitions.apiextensions.k8s.io":
                foreach (var field in new[] { "spec.group", "spec.scope", "spec.names.plural", "spec.names.kind" })
                    Keep(field, Immutable);
                break;
        }

        bool Changed(string path) => !JsonNode.DeepEquals(live.At(path.Split('.')), document.At(path.Split('.')));

        void Keep(string path, string why, bool unless = false)
        {
            if (!unless && Changed(path))
                causes.Invalid(path, document.At(path.Split('.'))?.DeepClone(), why);
        }

        void Forbid(string path, string why)
        {
            if (Changed(path))
                causes.Forbidden(path, why);
        }

        void Frozen(string field)
        {
            if (live.Flag("immutable") == true && Changed(field))
                causes.Forbidden(field, "field is immutable when `immutable` is set");
        }
    }

    private static bool Differ(JsonObject live, JsonObject document, string owner, string[] except)
    {
        var before = live.Child(owner) ?? [];
        var after = document.Child(owner) ?? [];
        return before.Select(field => field.Key).Union(after.Select(field => field.Key))
            .Where(name => !except.Contains(name))
            .Any(name => !JsonNode.DeepEquals(before[name], after[name]));
    }
}
