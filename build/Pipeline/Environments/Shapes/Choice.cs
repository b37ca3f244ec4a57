using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>One of a few words.</summary>
internal sealed class Choice<T>(params IReadOnlyList<(string Name, T Value)> choices) : Shape<T>
{
    private IEnumerable<string> Names => choices.Select(choice => choice.Name);

    public override string Expected => $"one of {string.Join(", ", Names)}";

    public override T Read(SourceNode node, string path, Binding binding)
    {
        if (node is not SourceScalar scalar)
        {
            binding.Report(EnvironmentProblems.WrongType, path, node.Position, $"is {node.Kind}; it must be {Expected}");
            return default!;
        }
        foreach (var choice in choices)
        {
            if (choice.Name == scalar.Text)
                return choice.Value;
        }
        binding.Report(EnvironmentProblems.InvalidValue, path, node.Position,
            $"is {Binding.Quoted(scalar.Text)}; it must be {Expected}{NearestName.Hint(scalar.Text, Names)}");
        return default!;
    }

    public override JsonObject ToSchema(bool whole) => new() { ["enum"] = new JsonArray([.. Names.Select(name => (JsonNode)name)]) };

    public override JsonNode? ToJson(T value) =>
        choices.Where(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Select(choice => choice.Name).FirstOrDefault();
}
