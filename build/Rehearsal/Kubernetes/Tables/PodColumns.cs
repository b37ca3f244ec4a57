using System.Text.Json.Nodes;
using static JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables.TableColumn;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

internal static class PodColumns
{
    public static readonly TableColumn[] All =
    [
        Text("Ready", pod => $"{pod.Items("status", "containerStatuses").Count(status => status.Flag("ready") == true)}/{pod.Items("spec", "containers").Count()}"),
        Text("Status", Status),
        Text("Restarts", pod => $"{pod.Items("status", "containerStatuses").Sum(status => status.Number("restartCount") ?? 0)}"),
        Age(),
        Text("IP", pod => pod.Text("status", "podIP"), 1),
        Text("Node", pod => pod.Text("spec", "nodeName"), 1),
        Text("Nominated Node", pod => pod.Text("status", "nominatedNodeName"), 1),
        Text("Readiness Gates", _ => null, 1),
    ];

    // The reason of a waiting or ended container says more than the phase.
    private static string? Status(JsonObject pod)
    {
        if (pod.Text("metadata", "deletionTimestamp") is not null)
            return "Terminating";
        var reason = pod.Text("status", "reason") ?? pod.Text("status", "phase");
        foreach (var status in pod.Items("status", "containerStatuses"))
        {
            if (status.Text("state", "waiting", "reason") is { Length: > 0 } waiting)
                reason = waiting;
            else if (status.Text("state", "terminated", "reason") is { Length: > 0 } ended)
                reason = ended;
        }
        return reason;
    }
}
