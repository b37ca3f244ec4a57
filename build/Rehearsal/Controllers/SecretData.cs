using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>Reads and writes the base64 values of a Secret.</summary>
internal static class SecretData
{
    /// <summary>The value as text; null when it is missing or not base64.</summary>
    public static string? Read(JsonObject? secret, string key)
    {
        if (secret.Text("data", key) is not { } value)
            return null;
        var buffer = new byte[value.Length];
        return Convert.TryFromBase64String(value, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    public static JsonObject Of(params (string Key, string Value)[] values)
    {
        var data = new JsonObject();
        foreach (var (key, value) in values)
            data[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
        return data;
    }
}
