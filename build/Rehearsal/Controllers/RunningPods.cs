using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>The pods in which the components run that the rehearsal stands in for, found by their image. What no pod runs does nothing.</summary>
internal static class RunningPods
{
    /// <summary>The ready pods whose first container runs the image: its last path segment, without a tag.</summary>
    public static IEnumerable<JsonObject> Of(Cluster cluster, string image) =>
        cluster.List(Resources.Pods).Where(pod => Runs(pod, image) && Workloads.PodTemplate.IsActive(pod) && Workloads.PodTemplate.IsReady(pod));

    public static bool Runs(JsonObject pod, string image)
    {
        var name = Programs.ImageName(pod.Items("spec", "containers").FirstOrDefault().Text("image") ?? "");
        return name == image || name.EndsWith('/' + image, StringComparison.Ordinal);
    }

    /// <summary>The value of a flag in the first container's command line, <c>--flag=value</c> or <c>--flag value</c>; the last one when it is repeated.</summary>
    public static string? Flag(JsonObject pod, string name) => Flags(pod, name).LastOrDefault();

    public static IEnumerable<string> Flags(JsonObject pod, string name)
    {
        var words = Words(pod);
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index] == name)
                yield return index + 1 < words.Count && !words[index + 1].StartsWith('-') ? words[index + 1] : "true";
            else if (words[index].StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                yield return words[index][(name.Length + 1)..];
        }
    }

    public static bool HasWord(JsonObject pod, string word) => Words(pod).Contains(word);

    /// <summary>The value of a variable of the first container, resolved as the kubelet does; null when it is missing.</summary>
    public static string? Variable(Cluster cluster, JsonObject pod, string name)
    {
        var variable = pod.Items("spec", "containers").FirstOrDefault().Items("env").LastOrDefault(each => each.Text("name") == name);
        var @namespace = pod.Text("metadata", "namespace");
        if (variable.Child("valueFrom", "secretKeyRef") is { } secret)
            return SecretData.Read(cluster.Get(Resources.Secrets, @namespace, secret.Text("name") ?? ""), secret.Text("key") ?? "");
        if (variable.Child("valueFrom", "configMapKeyRef") is { } map)
            return cluster.Get(Resources.ConfigMaps, @namespace, map.Text("name") ?? "").Text("data", map.Text("key") ?? "");
        if (variable.Text("valueFrom", "fieldRef", "fieldPath") is { } path)
            return path == "metadata.namespace" ? @namespace : path == "metadata.name" ? pod.Text("metadata", "name") : null;
        return variable.Text("value");
    }

    private static List<string> Words(JsonObject pod)
    {
        var container = pod.Items("spec", "containers").FirstOrDefault();
        return [.. container.Texts("command"), .. container.Texts("args")];
    }
}
