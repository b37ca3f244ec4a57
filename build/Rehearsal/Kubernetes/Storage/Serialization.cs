using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

internal static class Serialization
{
    /// <summary>Certificates and scripts are full of characters that the default encoder would triple in size.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 512 };

    public static JsonObject ParseObject(ReadOnlySpan<byte> json) => JsonNode.Parse(json, documentOptions: Reading)!.AsObject();
}
