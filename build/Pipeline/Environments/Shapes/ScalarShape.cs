using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A single value, written as text.</summary>
/// <param name="expected">What it must be, to end the sentence "it must be": <c>a duration such as 30s or 1h30m</c>.</param>
/// <param name="parse">Reads the text; the reason when it is wrong, or an empty one when <paramref name="expected"/> says it all.</param>
/// <param name="write">The text of a value.</param>
internal sealed class ScalarShape<T>(string expected, ScalarParser<T> parse, Func<T, JsonNode?> write) : Shape<T>
{
    /// <summary>The kinds of scalar that are accepted; text unless said otherwise.</summary>
    public IReadOnlyList<ScalarKind> Kinds { get; init; } = [ScalarKind.Text];

    /// <summary>What the JSON Schema says besides the type.</summary>
    public Func<JsonObject>? Constraints { get; init; }

    public override string Expected => expected;

    public override T Read(SourceNode node, string path, Binding binding)
    {
        if (node is not SourceScalar scalar || !Kinds.Contains(scalar.ScalarKind))
        {
            binding.Report(EnvironmentProblems.WrongType, path, node.Position, $"is {node.Kind}; it must be {expected}{Advice(node)}");
            return default!;
        }
        if (scalar.Text.Contains('\0'))
        {
            binding.Report(EnvironmentProblems.InvalidValue, path, node.Position, $"holds a NUL character; it must be {expected}");
            return default!;
        }
        var reason = parse(scalar, out var value);
        if (reason is null)
            return value;
        binding.Report(EnvironmentProblems.InvalidValue, path, node.Position,
            $"is {Binding.Quoted(scalar.Text)}; it must be {expected}{(reason.Length > 0 ? $" ({reason})" : "")}");
        return default!;
    }

    public override JsonObject ToSchema(bool whole)
    {
        var types = Kinds.Select(kind => kind switch
        {
            ScalarKind.Boolean => "boolean",
            ScalarKind.Integer => "integer",
            ScalarKind.Float => "number",
            _ => "string",
        }).ToList();
        if (types.Contains("number"))
            types.Remove("integer");
        var schema = new JsonObject { ["type"] = types.Count == 1 ? types[0] : new JsonArray([.. types.Select(type => (JsonNode)type)]) };
        foreach (var (name, constraint) in Constraints?.Invoke() ?? [])
            schema[name] = constraint?.DeepClone();
        return schema;
    }

    public override JsonNode? ToJson(T value) => write(value);

    private string Advice(SourceNode node) => node switch
    {
        SourceScalar { ScalarKind: not ScalarKind.Text } scalar when Kinds.Contains(ScalarKind.Text) => $"; write {Binding.Quoted(scalar.Text, '"')} if you mean the text",
        SourceScalar { Text: "yes" or "on" or "Yes" or "On" or "y" } when Kinds.Contains(ScalarKind.Boolean) => "; YAML 1.2 spells it true",
        SourceScalar { Text: "no" or "off" or "No" or "Off" or "n" } when Kinds.Contains(ScalarKind.Boolean) => "; YAML 1.2 spells it false",
        SourceScalar { ScalarKind: ScalarKind.Text } scalar when !Kinds.Contains(ScalarKind.Text) && bool.TryParse(scalar.Text, out _) => "; remove the quotes",
        _ => "",
    };
}
