using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.CertManager;

/// <summary>cert-manager's own pods: nothing is issued unless they run.</summary>
internal static class Component
{
    public const string Controller = "cert-manager-controller";
    public const string WebhookServer = "cert-manager-webhook";
    public const string Injector = "cert-manager-cainjector";
    public const string Manager = "cert-manager";

    /// <summary>The running controller; null when there is none.</summary>
    public static JsonObject? Find(Cluster cluster) => RunningPods.Of(cluster, Controller).FirstOrDefault();

    public static bool Concerns(ClusterChange change, string image) => change.Resource == Resources.Pods && RunningPods.Runs(change.Object, image);
}
