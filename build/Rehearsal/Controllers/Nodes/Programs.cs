using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers.Admission;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>
/// What the images that the charts run would do here. An image that nothing is known of runs and is ready at once; in a Job it ends well.
/// </summary>
internal static class Programs
{
    /// <summary>The state of the pod's program, once its containers could start.</summary>
    public static ProgramState Look(Cluster cluster, JsonObject pod)
    {
        var container = pod.Items("spec", "containers").FirstOrDefault();
        var words = (container?.Texts("command") ?? []).Concat(container?.Texts("args") ?? []).ToList();
        var image = ImageName(container.Text("image") ?? "");
        if (image.EndsWith("image-awaiter", StringComparison.Ordinal))
            return AwaitImages(cluster, pod, words);
        if (image.EndsWith("cert-manager-startupapicheck", StringComparison.Ordinal))
            return CheckCertManager(cluster, pod);
        if (image.EndsWith("longhorn-manager", StringComparison.Ordinal) && words.Contains("uninstall"))
            return UninstallLonghorn(cluster, pod);
        var ownedByJob = pod.Items("metadata", "ownerReferences").Any(owner => owner.Text("kind") == "Job");
        return ownedByJob ? ProgramState.Succeeded : ProgramState.Ready;
    }

    /// <summary>The image without its tag and digest.</summary>
    public static string ImageName(string image)
    {
        var end = image.IndexOf('@');
        if (end >= 0)
            image = image[..end];
        var tag = image.LastIndexOf(':');
        return tag > image.LastIndexOf('/') ? image[..tag] : image;
    }

    private static ProgramState CheckCertManager(Cluster cluster, JsonObject pod) =>
        WebhookAdmission.Refusal(cluster, "cert-manager.io", "certificaterequests", pod.Text("metadata", "namespace"), "CREATE") is { } refusal
            ? ProgramState.Busy(refusal)
            : ProgramState.Succeeded;

    private static ProgramState AwaitImages(Cluster cluster, JsonObject pod, List<string> words)
    {
        var name = words.Find(word => word.Contains("-daemonset=", StringComparison.Ordinal))?.Split('=')[^1] ?? "hook-image-puller";
        var puller = cluster.Get(Resources.DaemonSets, pod.Text("metadata", "namespace"), name);
        var wanted = puller.Number("status", "desiredNumberScheduled") ?? -1;
        return puller.Number("status", "numberReady") == wanted && wanted >= 0
            ? ProgramState.Succeeded
            : ProgramState.Busy($"DaemonSet {name} has not pulled its images on all nodes");
    }

    private static ProgramState UninstallLonghorn(Cluster cluster, JsonObject pod)
    {
        var setting = cluster.Get(Resources.LonghornSettings, pod.Text("metadata", "namespace"), "deleting-confirmation-flag");
        return setting.Text("value") == "true"
            ? ProgramState.Succeeded
            : ProgramState.Failed("failed to uninstall: cannot uninstall Longhorn because deleting-confirmation-flag is set to `false`. Please set it to `true` using Longhorn UI or kubectl -n longhorn-system edit settings.longhorn.io deleting-confirmation-flag");
    }
}
