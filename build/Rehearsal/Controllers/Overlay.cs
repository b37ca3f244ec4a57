using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>Lays a partial document over a whole one: objects merge, everything else is replaced.</summary>
internal static class Overlay
{
    public static void Apply(JsonObject live, JsonObject desired)
    {
        foreach (var (name, value) in desired)
        {
            if (value is JsonObject child && live[name] is JsonObject existing)
                Apply(existing, child);
            else if (!JsonNode.DeepEquals(live[name], value))
                live[name] = value?.DeepClone();
        }
    }
}
