using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>What keeps the containers of a placed pod from starting: something that they mount or read is not there.</summary>
internal sealed record StartObstacle(string WaitingReason, string EventReason, string Message)
{
    public static StartObstacle? Find(Cluster cluster, JsonObject pod)
    {
        var @namespace = pod.Text("metadata", "namespace")!;
        foreach (var volume in pod.Items("spec", "volumes"))
        {
            if (MissingVolume(cluster, @namespace, volume) is { } missing)
                return new StartObstacle("ContainerCreating", "FailedMount", $"MountVolume.SetUp failed for volume \"{volume.Text("name")}\" : {missing}");
            if (volume.Text("persistentVolumeClaim", "claimName") is { } claim && MountObstacle.Find(cluster, pod, claim) is { } obstacle)
                return new StartObstacle("ContainerCreating", "FailedMount", obstacle);
        }
        foreach (var container in pod.Items("spec", "initContainers").Concat(pod.Items("spec", "containers")))
        {
            var missing = container.Items("env").Select(variable => MissingVariable(cluster, @namespace, variable))
                .Concat(container.Items("envFrom").Select(source => MissingSource(cluster, @namespace, source)))
                .FirstOrDefault(each => each is not null);
            if (missing is not null)
                return new StartObstacle("CreateContainerConfigError", "Failed", $"Error: {missing}");
        }
        return null;
    }

    private static string? MissingVolume(Cluster cluster, string @namespace, JsonObject volume)
    {
        if (volume.Child("secret") is { } secret)
            return Missing(cluster, Resources.Secrets, @namespace, secret.Text("secretName"), null, secret.Flag("optional"));
        if (volume.Child("configMap") is { } map)
            return Missing(cluster, Resources.ConfigMaps, @namespace, map.Text("name"), null, map.Flag("optional"));
        foreach (var source in volume.Items("projected", "sources"))
        {
            var missing = Missing(cluster, Resources.Secrets, @namespace, source.Text("secret", "name"), null, source.Flag("secret", "optional"))
                ?? Missing(cluster, Resources.ConfigMaps, @namespace, source.Text("configMap", "name"), null, source.Flag("configMap", "optional"));
            if (missing is not null)
                return missing;
        }
        return null;
    }

    private static string? MissingVariable(Cluster cluster, string @namespace, JsonObject variable)
    {
        if (variable.Child("valueFrom", "secretKeyRef") is { } secret)
            return Missing(cluster, Resources.Secrets, @namespace, secret.Text("name"), secret.Text("key"), secret.Flag("optional"));
        return variable.Child("valueFrom", "configMapKeyRef") is { } map
            ? Missing(cluster, Resources.ConfigMaps, @namespace, map.Text("name"), map.Text("key"), map.Flag("optional"))
            : null;
    }

    private static string? MissingSource(Cluster cluster, string @namespace, JsonObject source) =>
        Missing(cluster, Resources.Secrets, @namespace, source.Text("secretRef", "name"), null, source.Flag("secretRef", "optional"))
        ?? Missing(cluster, Resources.ConfigMaps, @namespace, source.Text("configMapRef", "name"), null, source.Flag("configMapRef", "optional"));

    private static string? Missing(Cluster cluster, string resource, string @namespace, string? name, string? key, bool? optional)
    {
        if (name is null || optional == true)
            return null;
        var kind = resource == Resources.Secrets ? "secret" : "configmap";
        if (cluster.Get(resource, @namespace, name) is not { } document)
            return $"{kind} \"{name}\" not found";
        return key is null || document.At("data", key) is not null || document.At("stringData", key) is not null
            ? null
            : $"couldn't find key {key} in {(kind == "secret" ? "Secret" : "ConfigMap")} {@namespace}/{name}";
    }
}
