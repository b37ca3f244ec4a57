using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Keys of which at most one is given, or exactly one.</summary>
internal sealed record KeyGroup(IReadOnlyList<string> Names, bool OneNeeded)
{
    public void Check(SourceMapping mapping, string path, Binding binding)
    {
        var given = mapping.Entries.Where(entry => Names.Contains(entry.Key) && !entry.Value.IsNull).ToList();
        var names = string.Join(", ", Names);
        if (given.Count > 1)
        {
            binding.Report(EnvironmentProblems.NotExactlyOne, path, given[1].KeyPosition,
                $"has {string.Join(" and ", given.Select(entry => $"'{entry.Key}'"))}; give one of {names}");
        }
        else if (given.Count == 0 && OneNeeded)
        {
            binding.Report(EnvironmentProblems.MissingValue, path, mapping.Home, $"needs one of {names}");
        }
    }

    // Only one may be set to more than null; whether one is set at all may be a base's matter.
    public JsonObject ToSchema()
    {
        var alternatives = Names.Select(name => (JsonNode)new JsonObject
        {
            ["not"] = new JsonObject
            {
                ["anyOf"] = new JsonArray([.. Names.Where(other => other != name).Select(other => (JsonNode)new JsonObject
                {
                    ["required"] = new JsonArray(other),
                    ["properties"] = new JsonObject { [other] = new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } } },
                })]),
            },
        });
        return new JsonObject { ["anyOf"] = new JsonArray([.. alternatives]) };
    }
}
