using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>A Deployment's status, as <c>kubectl rollout status</c> and helm read it.</summary>
internal static class DeploymentStatus
{
    /// <returns>When the rollout's deadline has to be looked at; null when there is nothing to wait for.</returns>
    public static TimeSpan? Write(JsonObject status, JsonObject deployment, JsonObject? current, IReadOnlyList<JsonObject> sets, DateTimeOffset now)
    {
        var text = Cluster.Format(now);
        var wanted = (int)(deployment.Number("spec", "replicas") ?? 1);
        var replicas = sets.Sum(set => Count(set, "replicas"));
        var available = sets.Sum(set => Count(set, "availableReplicas"));
        var updated = current is null ? 0 : Count(current, "replicas");
        var before = (Count(status, "updatedReplicas"), Count(status, "availableReplicas"), Count(status, "replicas"), status.Number("observedGeneration"));
        status["observedGeneration"] = deployment.Number("metadata", "generation") ?? 1;
        Put(status, "replicas", replicas);
        Put(status, "updatedReplicas", updated);
        Put(status, "readyReplicas", sets.Sum(set => Count(set, "readyReplicas")));
        Put(status, "availableReplicas", available);
        Put(status, "unavailableReplicas", Math.Max(0, Math.Max(wanted, replicas) - available));
        var after = (updated, available, replicas, status.Number("observedGeneration"));

        if (available >= wanted - Allowance(deployment, wanted))
            Conditions.Set(status, "Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.", text, updateTime: true);
        else
            Conditions.Set(status, "Available", false, "MinimumReplicasUnavailable", "Deployment does not have minimum availability.", text, updateTime: true);

        var failure = sets.SelectMany(set => set.Items("status", "conditions")).FirstOrDefault(each => each.Text("type") == "ReplicaFailure");
        if (failure is not null)
            Conditions.Set(status, "ReplicaFailure", true, failure.Text("reason"), failure.Text("message"), text, updateTime: true);
        else
            Conditions.Remove(status, "ReplicaFailure");
        return current is null ? null : Progress(status, deployment, current, updated == wanted && replicas == wanted && available == wanted, before != after, now);
    }

    private static TimeSpan? Progress(JsonObject status, JsonObject deployment, JsonObject current, bool complete, bool moved, DateTimeOffset now)
    {
        var text = Cluster.Format(now);
        var set = current.Text("metadata", "name");
        if (complete)
        {
            Conditions.Set(status, "Progressing", true, "NewReplicaSetAvailable", $"ReplicaSet \"{set}\" has successfully progressed.", text, updateTime: true);
            return null;
        }
        var deadline = TimeSpan.FromSeconds(deployment.Number("spec", "progressDeadlineSeconds") ?? 600);
        var known = status.Items("conditions").FirstOrDefault(each => each.Text("type") == "Progressing");
        var since = moved || known?.Text("reason") is null or "NewReplicaSetAvailable"
            ? now
            : DateTimeOffset.Parse(known.Text("lastUpdateTime") ?? text, CultureInfo.InvariantCulture);
        if (now - since >= deadline || (!moved && known.Text("reason") == "ProgressDeadlineExceeded"))
        {
            Conditions.Set(status, "Progressing", false, "ProgressDeadlineExceeded", $"ReplicaSet \"{set}\" has timed out progressing.", text, updateTime: true);
            return null;
        }
        var condition = Conditions.Set(status, "Progressing", true, "ReplicaSetUpdated", $"ReplicaSet \"{set}\" is progressing.", text, updateTime: true);
        if (moved)
            condition["lastUpdateTime"] = text;
        return since + deadline - now;
    }

    private static int Allowance(JsonObject deployment, int wanted)
    {
        if (deployment.Text("spec", "strategy", "type") == "Recreate")
            return 0;
        var value = deployment.At("spec", "strategy", "rollingUpdate", "maxUnavailable");
        if (value.Number() is { } number)
            return (int)number;
        return double.TryParse((value.Text() ?? "25%").TrimEnd('%'), CultureInfo.InvariantCulture, out var share) ? (int)(share * wanted / 100) : 0;
    }

    private static int Count(JsonNode document, string name) => (int)(document.Number("status", name) ?? document.Number(name) ?? 0);

    // A count of zero is absent, as the API's omitempty has it.
    private static void Put(JsonObject status, string name, int value)
    {
        if (value == 0)
            status.Remove(name);
        else
            status[name] = value;
    }
}
