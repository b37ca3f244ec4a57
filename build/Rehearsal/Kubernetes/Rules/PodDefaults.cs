using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Rules;

/// <summary>Defaults of pods and of the templates of pods.</summary>
internal static class PodDefaults
{
    /// <summary>The pod specification within a workload; null for other kinds.</summary>
    public static JsonObject? SpecOf(ResourceType type, JsonObject document) => type.GroupResource switch
    {
        "pods" => document.Child("spec"),
        "podtemplates" => document.Child("template", "spec"),
        "cronjobs.batch" => document.Child("spec", "jobTemplate", "spec", "template", "spec"),
        "deployments.apps" or "replicasets.apps" or "daemonsets.apps" or "statefulsets.apps" or "jobs.batch" or "replicationcontrollers" =>
            document.Child("spec", "template", "spec"),
        _ => null,
    };

    public static void Spec(JsonObject spec)
    {
        foreach (var container in spec.Items("containers").Concat(spec.Items("initContainers")))
        {
            var image = container.Text("image") ?? "";
            container["imagePullPolicy"] ??= Tag(image) is "" or "latest" && !image.Contains('@') ? "Always" : "IfNotPresent";
            if (spec.Flag("hostNetwork") != true)
                continue;
            foreach (var port in container.Items("ports"))
                port["hostPort"] ??= port["containerPort"]?.DeepClone();
        }
        if (spec.Text("serviceAccountName") is { } account)
            spec["serviceAccount"] ??= account;
        else if (spec.Text("serviceAccount") is { } former)
            spec["serviceAccountName"] = former;
    }

    /// <summary>What only a pod itself gets, partly from admission.</summary>
    public static void Pod(JsonObject document)
    {
        var spec = document.Ensure("spec");
        spec["enableServiceLinks"] ??= true;
        spec["preemptionPolicy"] ??= "PreemptLowerPriority";
        spec["priority"] ??= 0;
        if (spec["serviceAccountName"] is null && spec["serviceAccount"] is null)
            spec["serviceAccountName"] = "default";
        foreach (var container in spec.Items("containers").Concat(spec.Items("initContainers")))
        {
            foreach (var (name, limit) in container.Child("resources", "limits") ?? [])
                container.Ensure("resources", "requests")[name] ??= limit?.DeepClone();
        }
        document.Ensure("status")["qosClass"] ??= QualityOfService(spec);
    }

    private static string QualityOfService(JsonObject spec)
    {
        var resources = spec.Items("containers").Concat(spec.Items("initContainers")).Select(container => container.Child("resources")).ToList();
        if (resources.All(resource => resource is not { Count: > 0 }))
            return "BestEffort";
        var guaranteed = resources.All(resource => new[] { "cpu", "memory" }.All(name =>
            resource.Text("limits", name) is { } limit && resource.Text("requests", name) == limit));
        return guaranteed ? "Guaranteed" : "Burstable";
    }

    private static string Tag(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var colon = name.IndexOf(':');
        return colon < 0 ? "" : name[(colon + 1)..];
    }
}
