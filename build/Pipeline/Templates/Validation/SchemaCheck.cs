using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>One walk over a value and its schema.</summary>
internal sealed class SchemaCheck(JsonSchema schemas, bool isPartial)
{
    private const int DepthLimit = 100;

    private readonly List<SchemaViolation> _violations = [];

    public IReadOnlyList<SchemaViolation> Violations => _violations;

    public void Visit(JsonNode? value, JsonNode? schema, string path, int depth)
    {
        if (depth > DepthLimit)
            return;
        if (schema is JsonValue truth && truth.GetValueKind() == JsonValueKind.False)
            Add(path, "is not allowed");
        if (schema is not JsonObject rules)
            return;
        // Draft 7, section 8.3: what stands beside a reference is ignored.
        if (rules["$ref"] is { } reference)
        {
            Visit(value, schemas.Resolve(reference.GetValue<string>()), path, depth + 1);
            return;
        }
        if (!HasType(value, rules["type"]))
        {
            Add(path, $"is {SchemaScalars.Kind(value)}; it must be {SchemaScalars.Types(rules["type"]!)}");
            return;
        }
        SchemaScalars.Check(value, rules, what => Add(path, what));
        if (value is JsonObject map)
            Map(map, rules, path, depth);
        else if (value is JsonArray list)
            List(list, rules, path, depth);
        Combinations(value, rules, path, depth);
    }

    private static bool HasType(JsonNode? value, JsonNode? type) => type switch
    {
        null => true,
        JsonArray several => several.Any(one => SchemaScalars.IsOfType(value, one!.GetValue<string>())),
        _ => SchemaScalars.IsOfType(value, type.GetValue<string>()),
    };

    private void Map(JsonObject map, JsonObject rules, string path, int depth)
    {
        var properties = rules["properties"] as JsonObject ?? [];
        var patterns = rules["patternProperties"] as JsonObject ?? [];
        foreach (var name in (isPartial ? [] : rules["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !map.ContainsKey(name)))
            Add(Join(path, name), "is missing");
        if (rules["minProperties"] is { } least && map.Count < least.GetValue<int>())
            Add(path, $"has fewer than {least} keys");
        if (rules["maxProperties"] is { } most && map.Count > most.GetValue<int>())
            Add(path, $"has more than {most} keys");
        foreach (var (name, value) in map)
        {
            var place = Join(path, name);
            var isKnown = properties.TryGetPropertyValue(name, out var property);
            if (isKnown)
                Visit(value, property, place, depth + 1);
            foreach (var (pattern, schema) in patterns.Where(entry => JsonSchema.Matches(entry.Key, name)))
            {
                isKnown = true;
                Visit(value, schema, place, depth + 1);
            }
            if (!isKnown && rules["additionalProperties"] is { } additional)
            {
                if (additional is JsonObject)
                    Visit(value, additional, place, depth + 1);
                else if (!additional.GetValue<bool>())
                    Add(place, $"is unknown{NearestName.Hint(name, properties.Select(entry => entry.Key))}");
            }
            if (rules["propertyNames"] is { } names)
                Visit(JsonValue.Create(name), names, place, depth + 1);
            Dependencies(map, rules, name, path, depth);
        }
    }

    private void Dependencies(JsonObject map, JsonObject rules, string name, string path, int depth)
    {
        if ((rules["dependencies"] as JsonObject)?[name] is not { } needed)
            return;
        if (needed is not JsonArray names)
            Visit(map, needed, path, depth + 1);
        else
        {
            foreach (var other in names.Select(other => other!.GetValue<string>()).Where(other => !map.ContainsKey(other)))
                Add(Join(path, other), $"is missing beside {name}");
        }
    }

    private void List(JsonArray list, JsonObject rules, string path, int depth)
    {
        if (rules["minItems"] is { } least && list.Count < least.GetValue<int>())
            Add(path, $"has fewer than {least} items");
        if (rules["maxItems"] is { } most && list.Count > most.GetValue<int>())
            Add(path, $"has more than {most} items");
        if (rules["uniqueItems"]?.GetValueKind() == JsonValueKind.True && list.Index().Any(item => list.Take(item.Index).Any(earlier => JsonNode.DeepEquals(earlier, item.Item))))
            Add(path, "has an item twice");
        for (var index = 0; index < list.Count; index++)
        {
            var schema = rules["items"] is JsonArray each ? index < each.Count ? each[index] : rules["additionalItems"] : rules["items"];
            Visit(list[index], schema, $"{path}[{index}]", depth + 1);
        }
    }

    private void Combinations(JsonNode? value, JsonObject rules, string path, int depth)
    {
        foreach (var schema in rules["allOf"] as JsonArray ?? [])
            Visit(value, schema, path, depth + 1);
        if (rules["anyOf"] is JsonArray any)
            Nearest(value, any, path, depth, matches => matches > 0);
        // Of partial values several fit: what tells the alternatives apart may come from the chart.
        if (rules["oneOf"] is JsonArray one)
            Nearest(value, one, path, depth, matches => isPartial ? matches > 0 : matches == 1);
        if (rules["not"] is { } not && Try(value, not, path, depth).Count == 0)
            Add(path, "is what it must not be");
        if (rules["if"] is { } condition)
            Visit(value, Try(value, condition, path, depth).Count == 0 ? rules["then"] : rules["else"], path, depth + 1);
    }

    // Of several alternatives the one with the fewest violations is what was most probably meant.
    private void Nearest(JsonNode? value, JsonArray alternatives, string path, int depth, Func<int, bool> isEnough)
    {
        var attempts = alternatives.Select(schema => Try(value, schema, path, depth)).ToList();
        var matches = attempts.Count(attempt => attempt.Count == 0);
        if (isEnough(matches))
            return;
        if (matches > 1)
            Add(path, $"fits {matches} of the alternatives; it must fit one");
        else if (attempts.MinBy(attempt => (attempt.Any(violation => violation.Path == path), attempt.Count)) is { } nearest)
            _violations.AddRange(nearest);
    }

    private IReadOnlyList<SchemaViolation> Try(JsonNode? value, JsonNode? schema, string path, int depth)
    {
        var attempt = new SchemaCheck(schemas, isPartial);
        attempt.Visit(value, schema, path, depth + 1);
        return attempt.Violations;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Add(string path, string message) => _violations.Add(new SchemaViolation(path, message));
}
