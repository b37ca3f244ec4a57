using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>The <c>status.conditions</c> of an object. A transition time moves only with the status it belongs to.</summary>
internal static class Conditions
{
    /// <summary>Sets the condition in the status, and its transition time if its status differs from before.</summary>
    /// <param name="updateTime">For kinds with a <c>lastUpdateTime</c> of their own.</param>
    public static JsonObject Set(
        JsonObject status, string type, bool value, string? reason, string? message, string now, bool updateTime = false)
    {
        if (status["conditions"] is not JsonArray conditions)
            status["conditions"] = conditions = [];
        var condition = conditions.OfType<JsonObject>().FirstOrDefault(each => each.Text("type") == type);
        if (condition is null)
            conditions.Add(condition = new JsonObject { ["type"] = type });
        var text = value ? "True" : "False";
        var turned = condition.Text("status") != text;
        var changed = turned || condition.Text("reason") != reason || condition.Text("message") != message;
        condition["status"] = text;
        Put(condition, "reason", reason);
        Put(condition, "message", message);
        if (turned)
            condition["lastTransitionTime"] = now;
        if (updateTime && changed)
            condition["lastUpdateTime"] = now;
        return condition;
    }

    public static void Remove(JsonObject status, string type)
    {
        if (status["conditions"] is JsonArray conditions
            && conditions.OfType<JsonObject>().FirstOrDefault(each => each.Text("type") == type) is { } condition)
        {
            conditions.Remove(condition);
        }
    }

    /// <summary>Whether the object has the condition, and it is true.</summary>
    public static bool IsTrue(JsonNode? document, string type) => Find(document, type).Text("status") == "True";

    public static JsonObject? Find(JsonNode? document, string type) =>
        document.Items("status", "conditions").FirstOrDefault(each => each.Text("type") == type);

    private static void Put(JsonObject condition, string name, string? value)
    {
        if (value is null)
            condition.Remove(name);
        else
            condition[name] = value;
    }
}
