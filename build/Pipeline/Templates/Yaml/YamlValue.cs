using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Templates.Model;
using Scriban.Runtime;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>One value of a template, as YAML and as JSON.</summary>
/// <param name="index">Which of the interpolated values it is.</param>
/// <param name="value">What a template can give: text, a number, a truth value, a list, an object, or one of our own values.</param>
internal sealed partial class YamlValue(int index, object value)
{
    /// <summary>Whether it is a list or a section.</summary>
    public bool IsCollection => value is IEnumerable and not string and not DurationValue;

    /// <summary>Whether it is a text to YAML, as opposed to a number or a truth value.</summary>
    public bool IsText => value is string or DurationValue or IScriptOutput || (value is QuantityValue && !Number().IsMatch(Piece()));

    /// <summary>The value as a whole YAML value, in any context but inside quotes.</summary>
    public string Whole() => IsCollection ? Flow(value) : IsText ? YamlText.Scalar(Piece()) : Piece();

    /// <summary>The value as part of a longer text.</summary>
    public string Piece()
    {
        var text = value switch
        {
            string known => known,
            // What a template has captured.
            IScriptOutput captured => captured.ToString() ?? "",
            bool truth => truth ? "true" : "false",
            double number => Decimal(number),
            float number => Decimal(number),
            int or long or decimal or System.Numerics.BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            QuantityValue quantity => quantity.ToString(),
            DurationValue duration => duration.ToString(null, CultureInfo.InvariantCulture),
            SecretReference reference => throw Unfit($"is the reference '{reference}', not the secret; write {{{{ secret … }}}}"),
            _ when IsCollection => throw Unfit("is a list or a section, which cannot be part of a text"),
            _ => throw Unfit($"is a {value.GetType().Name}, which YAML cannot hold"),
        };
        return YamlText.WhyUnwritable(text) is { } why ? throw new UnfitValueException(TemplateProblems.Unwritable, index, why) : text;
    }

    /// <summary>What a reader has to get.</summary>
    public JsonNode? ToJson() => Json(value);

    public UnfitValueException Unfit(string what) => new(TemplateProblems.DoesNotFit, index, what);

    private string Flow(object? item) => item switch
    {
        null => "null",
        DurationValue => Quoted(item),
        IDictionary<string, object?> map => map.Count == 0 ? "{}" : $"{{ {string.Join(", ", map.Select(entry => $"{Quoted(entry.Key)}: {Flow(entry.Value)}"))} }}",
        string => Quoted(item),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Flow))}]",
        _ => new YamlValue(index, item) is { IsText: true } ? Quoted(item) : new YamlValue(index, item).Piece(),
    };

    private JsonNode? Json(object? item) => item switch
    {
        null => null,
        DurationValue => new YamlValue(index, item).Piece(),
        IDictionary<string, object?> map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        string text => text,
        bool truth => truth,
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Json)]),
        _ when new YamlValue(index, item).IsText => new YamlValue(index, item).Piece(),
        _ => YamlJson.Number(new YamlValue(index, item).Piece()),
    };

    private string Quoted(object item) => $"\"{YamlText.Escape(new YamlValue(index, item).Piece())}\"";

    private string Decimal(double number)
    {
        if (!double.IsFinite(number))
            throw Unfit("is not a finite number");
        return number == Math.Truncate(number) && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[0-9]{1,15}(?:\.[0-9]{1,15})?\z")]
    private static partial Regex Number();
}
