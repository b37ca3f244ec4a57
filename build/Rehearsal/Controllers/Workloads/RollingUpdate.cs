using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>One step of a rolling update, within <c>maxSurge</c> and <c>maxUnavailable</c>.</summary>
internal static class RollingUpdate
{
    public static void Step(JsonObject deployment, JsonObject current, List<JsonObject> old, int wanted, Action<JsonObject, int> scale)
    {
        var surge = Count(deployment.At("spec", "strategy", "rollingUpdate", "maxSurge"), wanted, roundUp: true);
        var unavailable = Count(deployment.At("spec", "strategy", "rollingUpdate", "maxUnavailable"), wanted, roundUp: false);
        if (surge == 0 && unavailable == 0)
            unavailable = 1;
        var now = Replicas(current);
        var others = old.Sum(Replicas);
        if (now > wanted || others == 0)
        {
            scale(current, wanted);
            now = wanted;
        }
        else if (now < wanted)
        {
            var room = wanted + surge - now - others;
            if (room > 0)
            {
                now = Math.Min(wanted, now + room);
                scale(current, now);
            }
        }

        var available = (int)(current.Number("status", "availableReplicas") ?? 0);
        var spare = now + others - (wanted - unavailable) - Math.Max(0, now - available);
        foreach (var set in old.OrderBy(set => set.Number("status", "availableReplicas") ?? 0))
        {
            // What never became available is no loss.
            var idle = Replicas(set) - (int)(set.Number("status", "availableReplicas") ?? 0);
            var drop = Math.Min(Replicas(set), Math.Max(Math.Max(spare, 0), idle));
            if (drop <= 0)
                continue;
            scale(set, Replicas(set) - drop);
            spare -= drop;
        }
    }

    private static int Replicas(JsonObject set) => (int)(set.Number("spec", "replicas") ?? 0);

    private static int Count(JsonNode? value, int wanted, bool roundUp)
    {
        if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number)
            return (int)(number.Number() ?? 0);
        var text = value.Text() ?? "25%";
        if (!double.TryParse(text.TrimEnd('%'), CultureInfo.InvariantCulture, out var share))
            return 0;
        share = share * wanted / 100;
        return (int)(roundUp ? Math.Ceiling(share) : Math.Floor(share));
    }
}
