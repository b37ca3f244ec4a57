using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Nodes;

/// <summary>Writes a pod's status. Times that are there already stay.</summary>
internal static class PodStatus
{
    public static void Waiting(JsonObject status, JsonObject pod, string reason, string message, string now)
    {
        status["phase"] = "Pending";
        SetConditions(status, initialized: false, ready: false, "ContainersNotReady", $"containers with unready status: {Names(pod)}", now);
        WriteContainers(status, pod, "containers", "containerStatuses", container => (false, new JsonObject
        {
            ["waiting"] = reason == "ContainerCreating"
                ? new JsonObject { ["reason"] = reason }
                : new JsonObject { ["reason"] = reason, ["message"] = message },
        }));
    }

    public static void Started(JsonObject status, JsonObject pod, ProgramState state, string now)
    {
        status["podIP"] = SimulatedNodes.AddressOf(pod.Text("spec", "nodeName")!, pod.Text("metadata", "uid")!);
        status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = status.Text("podIP") });
        WriteContainers(status, pod, "initContainers", "initContainerStatuses", before => (true, Ended(before, 0, "Completed", null, now)));
        var never = pod.Text("spec", "restartPolicy") == "Never";
        switch (state.Phase)
        {
            case ProgramPhase.Ready or ProgramPhase.Busy:
                status["phase"] = "Running";
                SetConditions(
                    status, initialized: true, state.Phase == ProgramPhase.Ready, "ContainersNotReady", state.Message ?? $"containers with unready status: {Names(pod)}", now);
                WriteContainers(status, pod, "containers", "containerStatuses", before => (state.Phase == ProgramPhase.Ready, Running(before, now)));
                break;
            case ProgramPhase.Succeeded:
                status["phase"] = "Succeeded";
                SetConditions(status, initialized: true, ready: false, "PodCompleted", null, now);
                WriteContainers(status, pod, "containers", "containerStatuses", before => (false, Ended(before, 0, "Completed", null, now)));
                break;
            default:
                status["phase"] = never ? "Failed" : "Running";
                SetConditions(status, initialized: true, ready: false, never ? "PodFailed" : "ContainersNotReady", state.Message, now);
                WriteContainers(status, pod, "containers", "containerStatuses", before => (false, never
                    ? Ended(before, 1, "Error", state.Message, now)
                    : new JsonObject { ["waiting"] = new JsonObject { ["reason"] = "CrashLoopBackOff", ["message"] = state.Message } }));
                break;
        }
    }

    private static void SetConditions(JsonObject status, bool initialized, bool ready, string reason, string? message, string now)
    {
        Conditions.Set(status, "PodReadyToStartContainers", initialized, null, null, now);
        Conditions.Set(status, "Initialized", initialized || status["initContainerStatuses"] is null, null, null, now);
        Conditions.Set(status, "ContainersReady", ready, ready ? null : reason, ready ? null : message, now);
        Conditions.Set(status, "Ready", ready, ready ? null : reason, ready ? null : message, now);
    }

    private static void WriteContainers(
        JsonObject status, JsonObject pod, string field, string statusField, Func<JsonObject?, (bool Ready, JsonObject State)> look)
    {
        var all = new JsonArray();
        foreach (var container in pod.Items("spec", field))
        {
            var name = container.Text("name");
            var before = status.Items(statusField).FirstOrDefault(each => each.Text("name") == name);
            var (ready, state) = look(before.Child("state"));
            var image = container.Text("image") ?? "";
            var restarts = before.Number("restartCount") ?? 0;
            if (state.Text("waiting", "reason") == "CrashLoopBackOff" && restarts == 0)
                restarts = 1;
            all.Add(new JsonObject
            {
                ["name"] = name,
                ["image"] = image,
                ["imageID"] = state.ContainsKey("waiting") ? "" : $"rehearsal://{Programs.ImageName(image)}",
                ["containerID"] = state.ContainsKey("waiting") ? "" : $"rehearsal://{pod.Text("metadata", "uid")}/{name}",
                ["ready"] = ready,
                ["started"] = state.ContainsKey("running"),
                ["restartCount"] = restarts,
                ["state"] = state,
                ["lastState"] = new JsonObject(),
            });
        }
        if (all.Count > 0)
            status[statusField] = all;
    }

    private static JsonObject Running(JsonObject? before, string now) => new()
    {
        ["running"] = new JsonObject { ["startedAt"] = before.Text("running", "startedAt") ?? now },
    };

    private static JsonObject Ended(JsonObject? before, int code, string reason, string? message, string now)
    {
        var ended = new JsonObject
        {
            ["exitCode"] = code,
            ["reason"] = reason,
            ["startedAt"] = before.Text("terminated", "startedAt") ?? before.Text("running", "startedAt") ?? now,
            ["finishedAt"] = before.Text("terminated", "finishedAt") ?? now,
        };
        if (message is not null)
            ended["message"] = message;
        return new JsonObject { ["terminated"] = ended };
    }

    private static string Names(JsonObject pod) => $"[{string.Join(' ', pod.Items("spec", "containers").Select(container => container.Text("name")))}]";
}
