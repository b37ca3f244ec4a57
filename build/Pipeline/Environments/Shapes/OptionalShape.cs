using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A value type that may be absent.</summary>
internal sealed class OptionalShape<T>(Shape<T> shape) : Shape<T?>
    where T : struct
{
    public override string Expected => shape.Expected;

    public override T? Read(SourceNode node, string path, Binding binding)
    {
        var before = binding.ProblemCount;
        var value = shape.Read(node, path, binding);
        return binding.ProblemCount == before ? value : null;
    }

    public override JsonObject ToSchema(bool whole) => shape.ToSchema(whole);

    public override JsonNode? ToJson(T? value) => value is { } present ? shape.ToJson(present) : null;
}
