using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using Reader = JupyterHub.Pipeline.Rehearsal.Kubernetes.Http.YamlText;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>Reads YAML that components keep in ConfigMaps and Secrets, as the API reads it.</summary>
internal static class YamlText
{
    /// <summary>The first document; null when there is none or it cannot be read.</summary>
    public static JsonNode? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return Reader.Read(Encoding.UTF8.GetBytes(text)).Root;
        }
        catch (ApiStatusException)
        {
            return null;
        }
    }
}
