using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>Types, and the keywords for single values.</summary>
internal static class SchemaScalars
{
    public static bool IsOfType(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("string", JsonValueKind.String) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("number", JsonValueKind.Number) => true,
        // Draft 7, section 6.1.1: a number without a fraction, however it is written.
        ("integer", JsonValueKind.Number) => Number(value!) is { } number && number == Math.Truncate(number),
        _ => false,
    };

    public static string Kind(JsonNode? value) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Null => "nothing",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        _ => "a section",
    };

    public static string Types(JsonNode types) => string.Join(" or ", (types as JsonArray ?? [types.DeepClone()]).Select(type => type!.GetValue<string>() switch
    {
        "null" => "nothing",
        "boolean" => "true or false",
        "string" => "text",
        "integer" => "a whole number",
        "number" => "a number",
        "array" => "a list",
        _ => "a section",
    }));

    public static void Check(JsonNode? value, JsonObject rules, Action<string> report)
    {
        if (rules["enum"] is JsonArray allowed && !allowed.Any(one => Same(one, value)))
            report($"is {Shown(value)}; it must be one of {string.Join(", ", allowed.Select(Shown))}");
        if (rules.TryGetPropertyValue("const", out var constant) && !Same(constant, value))
            report($"is {Shown(value)}; it must be {Shown(constant)}");
        if (value?.GetValueKind() == JsonValueKind.String)
            Text(value.GetValue<string>(), rules, report);
        else if (value?.GetValueKind() == JsonValueKind.Number && Number(value) is { } number)
            Range(number, rules, report);
    }

    private static void Text(string text, JsonObject rules, Action<string> report)
    {
        var length = new StringInfo(text).LengthInTextElements;
        if (rules["minLength"] is { } least && length < least.GetValue<int>())
            report($"is shorter than {least}");
        if (rules["maxLength"] is { } most && length > most.GetValue<int>())
            report($"is longer than {most}");
        if (rules["pattern"] is { } pattern && !JsonSchema.Matches(pattern.GetValue<string>(), text))
            report($"is {Shown(text)}; it must match {pattern.GetValue<string>()}");
    }

    private static void Range(double number, JsonObject rules, Action<string> report)
    {
        if (rules["minimum"] is { } least && number < Number(least))
            report($"is less than {least}");
        if (rules["maximum"] is { } most && number > Number(most))
            report($"is more than {most}");
        if (rules["exclusiveMinimum"] is { } above && number <= Number(above))
            report($"is not more than {above}");
        if (rules["exclusiveMaximum"] is { } below && number >= Number(below))
            report($"is not less than {below}");
        if (rules["multipleOf"] is { } step && Number(step) is { } divisor && Math.Abs(Math.IEEERemainder(number, divisor)) > 1e-9)
            report($"is no multiple of {step}");
    }

    private static double? Number(JsonNode value) =>
        double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Same(JsonNode? one, JsonNode? other) =>
        one?.GetValueKind() == JsonValueKind.Number && other?.GetValueKind() == JsonValueKind.Number ? Number(one) == Number(other) : JsonNode.DeepEquals(one, other);

    private static string Shown(JsonNode? value) => value switch
    {
        null => "null",
        _ when value.GetValueKind() == JsonValueKind.String => $"'{value.GetValue<string>()}'",
        _ => value.ToJsonString(),
    };

    /// <summary>The value without the members of sections that are null.</summary>
    public static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, WithoutNulls(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
