using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>The file by which clients find the API and prove that they may use it.</summary>
public static class Kubeconfig
{
    /// <summary>Writes the file as a whole, readable by its owner only.</summary>
    /// <param name="name">The name of cluster, user and context.</param>
    public static void Write(string path, string name, Uri server, string authorityPem, string token)
    {
        // JSON is YAML, and needs no quoting rules of its own.
        var document = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["clusters"] = new JsonArray(new JsonObject
            {
                ["name"] = name,
                ["cluster"] = new JsonObject
                {
                    ["server"] = server.GetLeftPart(UriPartial.Authority),
                    ["certificate-authority-data"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(authorityPem)),
                },
            }),
            ["users"] = new JsonArray(new JsonObject { ["name"] = name, ["user"] = new JsonObject { ["token"] = token } }),
            ["contexts"] = new JsonArray(new JsonObject { ["name"] = name, ["context"] = new JsonObject { ["cluster"] = name, ["user"] = name } }),
            ["current-context"] = name,
        };
        PrivateFiles.Write(path, document.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n");
    }
}
