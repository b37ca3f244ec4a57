using System.Collections;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments;
using Scriban.Runtime;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>Shows typed values to templates: records as objects with names in snake_case, words as an environment writes them.</summary>
internal static class TemplateModel
{
    private const int DepthLimit = 16;

    /// <summary>The environment's sections, and what the target adds.</summary>
    public static ScriptObject Of(DeploymentEnvironment environment, IEnumerable<KeyValuePair<string, object?>> variables)
    {
        var model = new ScriptObject();
        foreach (var property in Properties(typeof(DeploymentEnvironment)).Where(property => property.Name is not ("Source" or "Warnings" or "Secrets" or "SourceFile")))
            model[SnakeCase(property.Name)] = Convert(property.GetValue(environment), depth: 0);
        foreach (var (name, value) in variables)
            model[name] = Convert(value, depth: 0);
        return model;
    }

    /// <summary>What a value is to a template: text, a number, a truth value, nothing, a list, an object, or one of our own values.</summary>
    public static object? Convert(object? value, int depth = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, DepthLimit);
        return value switch
        {
            null or string or bool or int or long or double or SecretReference or QuantityValue or DurationValue => value,
            float or decimal => System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
            byte or short or ushort or uint => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
            Enum word => EnvironmentWords.Of(word),
            TimeSpan duration => new DurationValue(duration),
            Quantity quantity => new QuantityValue(quantity),
            IPAddress or KubernetesVersion or Uri or IPEndPoint or Guid => value.ToString(),
            JsonNode json => FromJson(json, depth),
            IDictionary map => Map(map, depth),
            IEnumerable list => new ScriptArray(list.Cast<object?>().Select(item => Convert(item, depth + 1))),
            _ => Object(value, depth),
        };
    }

    /// <summary><c>TotalSeconds</c> as <c>total_seconds</c>, <c>Bind9</c> as <c>bind9</c>.</summary>
    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var startsWord = char.IsUpper(name[index]) && index > 0 && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            if (startsWord)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[index]));
        }
        return snake.ToString();
    }

    private static ScriptObject Object(object value, int depth)
    {
        var result = new ScriptObject();
        foreach (var property in Properties(value.GetType()))
            result[SnakeCase(property.Name)] = Convert(property.GetValue(value), depth + 1);
        return result;
    }

    private static ScriptObject Map(IDictionary map, int depth)
    {
        var result = new ScriptObject();
        foreach (DictionaryEntry entry in map)
            result[(string)entry.Key] = Convert(entry.Value, depth + 1);
        return result;
    }

    private static object? FromJson(JsonNode json, int depth) => json switch
    {
        JsonObject map => Map(map.ToDictionary(entry => entry.Key, entry => (object?)entry.Value), depth),
        JsonArray list => new ScriptArray(list.Select(item => Convert(item, depth + 1))),
        _ => json.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => json.GetValue<string>(),
            System.Text.Json.JsonValueKind.Number => json.AsValue().TryGetValue<long>(out var whole) ? whole : json.GetValue<double>(),
            _ => json.GetValue<bool>(),
        },
    };

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract");
}
