using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Reads one YAML document as sigs.k8s.io/yaml does: scalars by the rules of YAML 1.1's Go library, anchors followed.</summary>
internal sealed class YamlText
{
    private readonly Dictionary<string, JsonNode?> _anchors = [];
    private readonly List<string> _duplicates = [];
    private readonly IParser _parser;

    private YamlText(IParser parser) => _parser = parser;

    public static Document Read(ReadOnlySpan<byte> yaml)
    {
        try
        {
            var reader = new YamlText(new Parser(new StringReader(Encoding.UTF8.GetString(yaml))));
            return reader.Read();
        }
        catch (YamlException exception)
        {
            throw ApiErrors.BadRequest($"error decoding YAML: yaml: line {exception.Start.Line}: {exception.Message}");
        }
    }

    private Document Read()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return Document.Empty;
        return new Document(Value(""), _duplicates);
    }

    private JsonNode? Value(string path)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return _anchors.GetValueOrDefault(alias.Value.Value)?.DeepClone();
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Remember(scalar.Anchor, Scalar(scalar));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new JsonArray();
            while (!_parser.TryConsume<SequenceEnd>(out _))
                items.Add(Value($"{path}[{items.Count}]"));
            return Remember(sequence.Anchor, items);
        }
        var start = _parser.Consume<MappingStart>();
        var fields = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = _parser.Consume<Scalar>().Value;
            var at = path.Length == 0 ? name : $"{path}.{name}";
            var value = Value(at);
            if (name == "<<" && value is JsonObject merged)
            {
                foreach (var (key, inherited) in merged)
                {
                    if (!fields.ContainsKey(key))
                        fields[key] = inherited?.DeepClone();
                }
                continue;
            }
            if (fields.ContainsKey(name))
                _duplicates.Add(at);
            fields[name] = value;
        }
        return Remember(start.Anchor, fields);
    }

    private JsonNode? Remember(AnchorName anchor, JsonNode? value)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = value;
        return value;
    }

    private static JsonNode? Scalar(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style is not ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str")
            return JsonValue.Create(text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => JsonValue.Create(true),
            "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => Integer(text, number),
            _ when text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) => JsonValue.Create(hex),
            _ when text.StartsWith("0o", StringComparison.Ordinal) && Octal(text[2..]) is { } octal => JsonValue.Create(octal),
            _ when (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.') && text.Any(char.IsAsciiDigit)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => JsonValue.Create(real),
            _ => JsonValue.Create(text),
        };
    }

    private static JsonNode Integer(string text, long number) =>
        text.Length > 1 && text[0] == '0' && Octal(text[1..]) is { } octal ? JsonValue.Create(octal) : JsonValue.Create(number);

    private static long? Octal(string digits)
    {
        if (digits.Length is 0 or > 20 || digits.Any(digit => digit is < '0' or > '7'))
            return null;
        return digits.Aggregate(0L, (value, digit) => (value * 8) + digit - '0');
    }
}
