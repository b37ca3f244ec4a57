using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>Reads YAML nodes as JSON, by YAML 1.2's core schema.</summary>
internal static partial class YamlJson
{
    private const int DepthLimit = 100;

    /// <exception cref="YamlException">JSON has no such value.</exception>
    public static JsonNode? Of(YamlNode node, int depth = 0)
    {
        if (depth > DepthLimit)
            throw new YamlException(node.Start, node.End, $"is nested deeper than {DepthLimit} levels");
        return node switch
        {
            YamlScalarNode scalar => Scalar(scalar),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => Of(item, depth + 1))]),
            YamlMappingNode map => Map(map, depth),
            _ => throw new YamlException(node.Start, node.End, "is neither a value, a list nor a section"),
        };
    }

    /// <summary>A number as JSON holds it: whole where it is, so that 2 and 2.0 are the same.</summary>
    public static JsonNode Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return number == Math.Truncate(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }

    /// <summary>Whether a plain scalar would be read as something else than text by YAML 1.1 or 1.2.</summary>
    public static bool IsAmbiguous(string plain) => Ambiguous().IsMatch(plain);

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag.ToString() == "tag:yaml.org,2002:str")
            return text;
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when Numbers().IsMatch(text) => Number(text),
            _ when text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) =>
                JsonValue.Create(hexadecimal),
            _ => text,
        };
    }

    private static JsonObject Map(YamlMappingNode map, int depth)
    {
        var result = new JsonObject();
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                throw new YamlException(key.Start, key.End, "has a list or a section for a key");
            if (key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain })
                throw new YamlException(key.Start, key.End, "has a merge key '<<', which JSON and newer YAML do not know");
            if (!result.TryAdd(name, Of(value, depth + 1)))
                throw new YamlException(key.Start, key.End, $"has the key '{name}' twice");
        }
        return result;
    }

    [GeneratedRegex(@"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z")]
    private static partial Regex Numbers();

    // https://yaml.org/type/ : bool, null, int, float, timestamp, merge and value of YAML 1.1, which include those of 1.2.
    [GeneratedRegex(
        @"^(?:|~|null|y|yes|n|no|true|false|on|off|<<|=|[-+]?(?:\.inf|[0-9][0-9_,:.a-fox]*(?:e[-+]?[0-9]+)?|\.[0-9_]+(?:e[-+]?[0-9]+)?)|\.nan|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous();
}
