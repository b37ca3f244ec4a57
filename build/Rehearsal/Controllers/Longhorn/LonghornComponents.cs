using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Longhorn;

/// <summary>Longhorn's own pods: the managers, one on each node, and the one that deploys the CSI driver.</summary>
internal static class LonghornComponents
{
    public const string Image = "longhorn-manager";
    public const string Driver = "driver.longhorn.io";

    /// <summary>The ready managers, in the order of their nodes.</summary>
    public static List<JsonObject> Managers(Cluster cluster) => [.. RunningPods.Of(cluster, Image).Where(IsManager)];

    public static JsonObject? Deployer(Cluster cluster) => RunningPods.Of(cluster, Image).FirstOrDefault(pod => RunningPods.HasWord(pod, "deploy-driver"));

    public static bool Concerns(ClusterChange change) => change.Resource == Resources.Pods && RunningPods.Runs(change.Object, Image);

    public static bool IsManager(JsonObject pod) => RunningPods.HasWord(pod, "daemon");
}
