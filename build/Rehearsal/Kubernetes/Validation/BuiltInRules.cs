using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>Rules of built-in kinds beyond types and required fields: those that deployments run into.</summary>
internal static class BuiltInRules
{
    private const int LargestData = 1 << 20;

    public static void Check(ResourceType type, JsonObject document, Causes causes)
    {
        var spec = document.Child("spec");
        switch (type.GroupResource)
        {
            case "deployments.apps" or "replicasets.apps" or "daemonsets.apps" or "statefulsets.apps":
                Selector(spec, causes);
                Pod(spec.Child("template", "spec"), "spec.template.spec", always: true, causes);
                break;
            case "jobs.batch":
                Pod(spec.Child("template", "spec"), "spec.template.spec", always: false, causes);
                break;
            case "cronjobs.batch":
                Pod(spec.Child("jobTemplate", "spec", "template", "spec"), "spec.jobTemplate.spec.template.spec", always: false, causes);
                break;
            case "pods":
                Volumes(spec, "spec", causes);
                break;
            case "services":
                Service(spec, causes);
                break;
            case "secrets":
                Data(document, ["data"], causes);
                if (document.Text("type") == "kubernetes.io/tls")
                {
                    foreach (var key in new[] { "tls.crt", "tls.key" }.Where(key => document.At("data", key) is null))
                        causes.Required($"data[{key}]");
                }
                break;
            case "configmaps":
                Data(document, ["data", "binaryData"], causes);
                break;
            case "persistentvolumeclaims":
                Claim(spec, causes);
                break;
            case "persistentvolumes":
                if (spec.At("accessModes") is not JsonArray { Count: > 0 })
                    causes.Required("spec.accessModes");
                if (spec.At("capacity") is not JsonObject { Count: > 0 })
                    causes.Required("spec.capacity");
                break;
            case "ingresses.networking.k8s.io":
                if (spec.At("defaultBackend") is null && spec.At("rules") is not JsonArray { Count: > 0 })
                    causes.Invalid("spec", spec?.DeepClone(), "either `defaultBackend` or `rules` must be specified");
                foreach (var (path, at) in Paths(spec).Where(entry => entry.Path.Text("pathType") is not (null or "Exact" or "Prefix" or "ImplementationSpecific")))
                    causes.Unsupported($"{at}.pathType", path["pathType"], ["Exact", "ImplementationSpecific", "Prefix"]);
                break;
            case "customresourcedefinitions.apiextensions.k8s.io":
                DefinitionRules.Check(document, causes);
                break;
        }
    }

    private static void Selector(JsonObject? spec, Causes causes)
    {
        if (spec.Child("selector") is not { } selector)
            return;
        if (selector.Count == 0)
            causes.Invalid("spec.selector", selector.DeepClone(), "empty selector is invalid for deployment");
        var labels = spec.Child("template", "metadata", "labels")?.ToDictionary(label => label.Key, label => label.Value.Text() ?? "") ?? [];
        if (!LabelSelector.From(selector).Matches(labels))
            causes.Invalid("spec.template.metadata.labels", spec.At("template", "metadata", "labels")?.DeepClone(), "`selector` does not match template `labels`");
    }

    private static void Pod(JsonObject? pod, string path, bool always, Causes causes)
    {
        if (pod is null)
            return;
        var policy = pod.Text("restartPolicy");
        if (always && policy != "Always")
            causes.Unsupported($"{path}.restartPolicy", policy, ["Always"]);
        if (!always && policy is not ("OnFailure" or "Never"))
            causes.Unsupported($"{path}.restartPolicy", policy, ["OnFailure", "Never"]);
        Volumes(pod, path, causes);
    }

    private static void Volumes(JsonObject? pod, string path, Causes causes)
    {
        var volumes = pod.Items("volumes").Select(volume => volume.Text("name")).ToHashSet();
        foreach (var group in new[] { "initContainers", "containers" })
        {
            var index = 0;
            foreach (var container in pod.Items(group))
            {
                var mount = 0;
                foreach (var name in container.Items("volumeMounts").Select(item => item.Text("name")))
                {
                    if (!volumes.Contains(name))
                        causes.NotFound($"{path}.{group}[{index}].volumeMounts[{mount}].name", name);
                    mount++;
                }
                if (container.Text("image") is null or "")
                    causes.Required($"{path}.{group}[{index}].image");
                index++;
            }
        }
    }

    private static void Service(JsonObject? spec, Causes causes)
    {
        var type = spec.Text("type");
        if (type is not ("ClusterIP" or "ExternalName" or "LoadBalancer" or "NodePort"))
            causes.Unsupported("spec.type", type, ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]);
        if (type == "ExternalName" && string.IsNullOrEmpty(spec.Text("externalName")))
            causes.Required("spec.externalName");
        var ports = spec.Items("ports").ToList();
        if (ports.Count == 0 && type != "ExternalName" && spec.Text("clusterIP") != "None")
            causes.Required("spec.ports");
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports.Count > 1 && string.IsNullOrEmpty(ports[i].Text("name")))
                causes.Required($"spec.ports[{i}].name");
            if (ports[i].Number("port") is { } port and not (>= 1 and <= 65535))
                causes.Invalid($"spec.ports[{i}].port", port, "must be between 1 and 65535, inclusive");
        }
    }

    private static void Data(JsonObject document, string[] fields, Causes causes)
    {
        var size = 0L;
        foreach (var field in fields)
        {
            foreach (var (key, value) in document.Child(field) ?? [])
            {
                if (!Names.IsDataKey(key))
                    causes.Invalid($"{field}[{key}]", key, "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
                size += value.Text()?.Length ?? 0;
            }
        }
        if (size > LargestData * (document.Text("kind") == "Secret" ? 4L : 3L) / 3)
            causes.TooLong(fields.Length == 1 ? "data" : "", LargestData);
    }

    private static void Claim(JsonObject? spec, Causes causes)
    {
        if (spec.At("accessModes") is not JsonArray { Count: > 0 })
            causes.Required("spec.accessModes", "at least 1 access mode is required");
        foreach (var mode in spec.Texts("accessModes").Where(mode => mode is not ("ReadOnlyMany" or "ReadWriteMany" or "ReadWriteOnce" or "ReadWriteOncePod")))
            causes.Unsupported("spec.accessModes", mode, ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]);
        if (spec.At("resources", "requests", "storage") is null)
            causes.Required("spec.resources[storage]");
    }

    private static IEnumerable<(JsonObject Path, string At)> Paths(JsonObject? spec) => spec.Items("rules").SelectMany((rule, index) =>
        rule.Items("http", "paths").Select((path, at) => (path, $"spec.rules[{index}].http.paths[{at}]")));
}
