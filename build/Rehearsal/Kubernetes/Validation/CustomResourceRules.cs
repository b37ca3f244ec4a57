using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>
/// Validates custom resources by their definition's structural schema, in the words of kube-openapi's validator. CEL rules
/// (<c>x-kubernetes-validations</c>) are not evaluated.
/// </summary>
internal static class CustomResourceRules
{
    public static void Check(JsonObject schema, JsonNode? value, string path, Causes causes)
    {
        if (value is null)
        {
            if (schema.Flag("nullable") != true && path.Length > 0)
                causes.TypeInvalid(path, null, $"{path} in body must be of type {schema.Text("type")}: \"null\"");
            return;
        }
        if (!IsOfType(schema, value, out var found))
        {
            causes.TypeInvalid(path, found, $"{path} in body must be of type {schema.Text("type") ?? "integer or string"}: \"{found}\"");
            return;
        }
        Alternatives(schema, value, path, causes);
        if (schema.At("enum") is JsonArray supported && !supported.Any(item => JsonNode.DeepEquals(item, value)))
            causes.Unsupported(path, value.DeepClone(), supported.Select(item => item?.ToString() ?? "null"));
        switch (value)
        {
            case JsonObject fields:
                Fields(schema, fields, path, causes);
                break;
            case JsonArray items:
                Items(schema, items, path, causes);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                Text(schema, scalar.GetValue<string>(), path, causes);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number:
                Number(schema, scalar, path, causes);
                break;
        }
    }

    private static void Fields(JsonObject schema, JsonObject fields, string path, Causes causes)
    {
        foreach (var name in schema.Texts("required").Where(name => fields[name] is null && !(path.Length == 0 && name == "metadata")))
            causes.Required(Below(path, name));
        var properties = schema.Child("properties");
        var others = schema.Child("additionalProperties");
        foreach (var (name, field) in fields)
        {
            if (path.Length == 0 && name is ("metadata" or "apiVersion" or "kind"))
                continue;
            if ((properties?[name] as JsonObject ?? others) is { } known && (field is not null || schema.Texts("required").Contains(name)))
                Check(known, field, Below(path, name), causes);
        }
        if (schema.Number("maxProperties") is { } most && fields.Count > most)
            causes.TooMany(path, fields.Count, (int)most);
        if (schema.Number("minProperties") is { } least && fields.Count < least)
            causes.Invalid(path, fields.DeepClone(), $"{path} in body should have at least {least} properties");
    }

    private static void Items(JsonObject schema, JsonArray items, string path, Causes causes)
    {
        if (schema.Number("maxItems") is { } most && items.Count > most)
            causes.TooMany(path, items.Count, (int)most);
        if (schema.Number("minItems") is { } least && items.Count < least)
            causes.Invalid(path, items.Count, $"{path} in body should have at least {least} items");
        var seen = new HashSet<string>();
        var keys = schema.Texts("x-kubernetes-list-map-keys").ToList();
        for (var i = 0; i < items.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (schema.Child("items") is { } item)
                Check(item, items[i], at, causes);
            var identity = schema.Text("x-kubernetes-list-type") switch
            {
                "set" => items[i]?.DeepClone(),
                "map" => new JsonObject(keys.Select(key => KeyValuePair.Create(key, items[i].At(key)?.DeepClone()))),
                _ => null,
            };
            if (identity is not null && !seen.Add(identity.ToJsonString()))
                causes.Duplicate(at, identity);
        }
    }

    private static void Text(JsonObject schema, string text, string path, Causes causes)
    {
        if (schema.Text("pattern") is { } pattern && !Matches(pattern, text))
            causes.Invalid(path, text, $"{path} in body should match '{pattern}'");
        if (schema.Number("maxLength") is { } most && text.EnumerateRunes().Count() > most)
            causes.TooLong(path, (int)most);
        if (schema.Number("minLength") is { } least && text.EnumerateRunes().Count() < least)
            causes.Invalid(path, text, $"{path} in body should be at least {least} chars long");
        if (schema.Text("format") == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))
            causes.Invalid(path, text, $"{path} in body must be of type date-time: \"{text}\"");
    }

    private static void Number(JsonObject schema, JsonValue value, string path, Causes causes)
    {
        var number = value.Deserialize<double>();
        if (Real(schema["maximum"]) is { } most && (number > most || schema.Flag("exclusiveMaximum") == true && number == most))
            causes.Invalid(path, value.DeepClone(), $"{path} in body should be less than {(schema.Flag("exclusiveMaximum") == true ? "" : "or equal to ")}{Show(most)}");
        if (Real(schema["minimum"]) is { } least && (number < least || schema.Flag("exclusiveMinimum") == true && number == least))
            causes.Invalid(path, value.DeepClone(), $"{path} in body should be greater than {(schema.Flag("exclusiveMinimum") == true ? "" : "or equal to ")}{Show(least)}");
        if (Real(schema["multipleOf"]) is { } step && step != 0 && number / step != Math.Floor(number / step))
            causes.Invalid(path, value.DeepClone(), $"{path} in body should be a multiple of {Show(step)}");
    }

    private static void Alternatives(JsonObject schema, JsonNode value, string path, Causes causes)
    {
        foreach (var part in schema.Items("allOf"))
            Check(part, value, path, causes);
        if (schema.Items("anyOf").ToList() is { Count: > 0 } any && !any.Any(option => IsValid(option, value)))
            causes.Invalid(path, null, $"{path} in body must validate at least one schema (anyOf)");
        if (schema.Items("oneOf").ToList() is { Count: > 0 } one && one.Count(option => IsValid(option, value)) is not 1 and var valid)
            causes.Invalid(path, null, $"{path} in body must validate one and only one schema (oneOf). Found {(valid == 0 ? "none" : valid)} valid");
        if (schema.Child("not") is { } not && IsValid(not, value))
            causes.Invalid(path, null, $"{path} in body must not validate the schema (not)");
    }

    private static bool IsValid(JsonObject schema, JsonNode value)
    {
        var causes = new Causes();
        Check(schema, value, "value", causes);
        return causes.All.Count == 0;
    }

    private static bool IsOfType(JsonObject schema, JsonNode value, out string found)
    {
        found = value.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.Deserialize<double>() is var number && number == Math.Floor(number) ? "integer" : "number",
            _ => "boolean",
        };
        if (schema.Flag("x-kubernetes-int-or-string") == true)
            return found is "integer" or "string";
        return schema.Text("type") is not { } type || type == found || type == "number" && found == "integer";
    }

    // Go's expressions know no look-around or back references, so they mean the same here; one that cannot be read is not enforced.
    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static double? Real(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.Deserialize<double>() : null;

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
