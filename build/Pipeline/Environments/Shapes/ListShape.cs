using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A list of values of one shape.</summary>
internal sealed class ListShape<T>(Shape<T> item, int least = 0) : Shape<IReadOnlyList<T>>, IListShape
{
    public ISectionShape? Items => item as ISectionShape;

    public override string Expected => item.Expected is { Length: > 0 } one ? $"a list, each item {one}" : "a list";

    public override IReadOnlyList<T> Read(SourceNode node, string path, Binding binding)
    {
        if (node is not SourceSequence list)
        {
            var advice = node is SourceScalar scalar ? $", written [{Binding.Quoted(scalar.Text)}] for one value" : "";
            binding.Report(EnvironmentProblems.WrongType, path, node.Position, $"is {node.Kind}; it must be a list{advice}");
            return [];
        }
        if (list.Items.Count < least)
            binding.Report(EnvironmentProblems.InvalidValue, path, node.Position, $"is empty; it needs at least {least}");
        var values = new List<T>();
        for (var index = 0; index < list.Items.Count; index++)
        {
            var itemPath = $"{path}[{index}]";
            binding.Locate(itemPath, list.Items[index].Position);
            values.Add(item.Read(list.Items[index], itemPath, binding));
        }
        return values;
    }

    public override JsonObject ToSchema(bool whole)
    {
        // A list replaces the list below it, so that its items stand complete.
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.ToSchema(whole: true) };
        if (least > 0)
            schema["minItems"] = least;
        return schema;
    }

    public override JsonNode ToJson(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.ToJson)]);
}
