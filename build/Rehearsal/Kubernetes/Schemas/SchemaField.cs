using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>One field of an object.</summary>
internal sealed record SchemaField(string Name, Schema Schema)
{
    public bool IsRequired { get; init; }

    /// <summary>The field's number in protocol buffers; several where it lies in embedded messages.</summary>
    public IReadOnlyList<int> Wire { get; init; } = [];

    /// <summary>What the server fills in; never handed out without cloning.</summary>
    public JsonNode? Default { get; init; }
}
