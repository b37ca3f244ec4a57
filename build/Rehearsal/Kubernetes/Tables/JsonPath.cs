using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

/// <summary>
/// The JSONPath that printer columns are written in: fields, <c>['quoted fields']</c>, <c>[0]</c>, <c>[*]</c> and
/// <c>[?(@.type=="Ready")]</c>.
/// </summary>
internal sealed partial class JsonPath(string path)
{
    private readonly IReadOnlyList<Match> _steps = [.. Step().Matches(path).OfType<Match>()];

    public IEnumerable<JsonNode?> Find(JsonNode document)
    {
        IEnumerable<JsonNode?> found = [document];
        foreach (var step in _steps)
            found = [.. found.SelectMany(node => Take(node, step))];
        return found;
    }

    private static IEnumerable<JsonNode?> Take(JsonNode? node, Match step)
    {
        if (step.Groups["field"] is { Success: true } field)
        {
            var name = field.Value.Replace("\\.", ".");
            return node is JsonObject owner && owner.TryGetPropertyValue(name, out var value) ? [value] : [];
        }
        if (step.Groups["all"].Success)
            return node is JsonArray all ? all : node is JsonObject map ? map.Select(entry => entry.Value) : [];
        if (step.Groups["index"] is { Success: true } index)
            return node is JsonArray items && int.Parse(index.Value) is var at && at < items.Count ? [items[at]] : [];
        var condition = step.Groups["key"].Value.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var wanted = step.Groups["value"].Value;
        return node is JsonArray candidates
            ? candidates.Where(item => (item.At(condition)?.ToString() == wanted) == (step.Groups["operator"].Value == "=="))
            : [];
    }

    [GeneratedRegex(
        """\[\?\(\s*@(?<key>(?:\.[\w-]+)+)\s*(?<operator>==|!=)\s*["']?(?<value>[^"')]*)["']?\s*\)\]|\[(?<index>\d+)\]|(?:\[(?<all>\*)\]|\.(?<all>\*))|\[['"](?<field>[^'"]+)['"]\]|\.(?<field>(?:\\\.|[\w/-])+)""")]
    private static partial Regex Step();
}
