using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>The schema of every served type.</summary>
internal sealed class SchemaRegistry
{
    private readonly ConcurrentDictionary<(string Definition, string Version), Schema> _custom = new();

    public Schema Of(ResourceType type) => type.Definition is { } definition
        ? _custom.GetValueOrDefault((definition, type.Version)) ?? BuiltInSchemas.Document(type.Kind, null, open: true)
        : BuiltInSchemas.Of(type);

    public void Register(JsonObject definition)
    {
        var name = definition.Text("metadata", "name")!;
        foreach (var version in definition.Items("spec", "versions"))
        {
            var openApi = version.Child("schema", "openAPIV3Schema")?.DeepClone() as JsonObject;
            _custom[(name, version.Text("name")!)] = OpenApiSchemas.Document(definition.Text("spec", "names", "kind")!, openApi);
        }
    }
}
