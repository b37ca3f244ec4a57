using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scriban.Parsing;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>
/// What a template rendered to, with a marker in the place of every value. Only when all of the template's own text is known does it show
/// how each value has to be written.
/// </summary>
internal sealed partial class InterpolatedText
{
    // Private-use characters: no template of ours needs them, and one that has them is refused.
    public const char Open = '\uE000';
    public const char Close = '\uE001';

    private readonly List<Interpolation> _values = [];

    public IReadOnlyList<Interpolation> Values => _values;

    /// <summary>The template's text with the markers.</summary>
    public string Text { get; set; } = "";

    /// <summary>Remembers a value; the marker to write in its place.</summary>
    public string Mark(SourceSpan span, object value)
    {
        _values.Add(new Interpolation(value, span));
        return $"{Open}{(_values.Count - 1).ToString(CultureInfo.InvariantCulture)}{Close}";
    }

    /// <summary>The text with each marker replaced by a word that means nothing to YAML.</summary>
    public string Skeleton() => Markers().Replace(Text, match => Placeholder(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));

    /// <summary>The text of a scalar of the skeleton with every placeholder replaced; the indices of the values that were put in.</summary>
    public static (string Text, IReadOnlyList<int> Values) Fill(string scalar, Func<int, string> value)
    {
        var indices = new List<int>();
        var text = Placeholders().Replace(scalar, match =>
        {
            indices.Add(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            return value(indices[^1]);
        });
        return (text, indices);
    }

    /// <summary>Splits text at its markers: literal text, or the index of a value.</summary>
    public static IEnumerable<(string Literal, int? Value)> Parts(string text)
    {
        var position = 0;
        foreach (Match match in Markers().Matches(text))
        {
            if (match.Index > position)
                yield return (text[position..match.Index], null);
            yield return ("", int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            position = match.Index + match.Length;
        }
        if (position < text.Length)
            yield return (text[position..], null);
    }

    // A letter on both sides of the private-use characters keeps the word a plain scalar wherever it stands.
    private static string Placeholder(int index) => new StringBuilder("x\uE000").Append(CultureInfo.InvariantCulture, $"{index}").Append("\uE001x").ToString();

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Markers();

    [GeneratedRegex("x\uE000([0-9]+)\uE001x")]
    private static partial Regex Placeholders();
}
