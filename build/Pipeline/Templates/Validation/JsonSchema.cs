using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>
/// A JSON Schema of the subset of draft 7 that charts use: all of its validation keywords but <c>contains</c>, and local references.
/// Formats are not checked. A keyword that it does not know allows everything, as the specification says.
/// </summary>
/// <seealso href="https://json-schema.org/draft-07/draft-handrews-json-schema-validation-01"/>
public sealed class JsonSchema(JsonNode root)
{
    private static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    /// <summary>Everything that is wrong with the value; nothing when it is valid.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isPartial">Whether the value is laid over another one that holds what it lacks, so that nothing is required of it.</param>
    public IReadOnlyList<SchemaViolation> Validate(JsonNode? value, bool isPartial = false)
    {
        var check = new SchemaCheck(this, isPartial);
        check.Visit(value, root, "", depth: 0);
        return check.Violations;
    }

    /// <summary>The schema that a local reference means; everything is allowed where it leads nowhere.</summary>
    internal JsonNode? Resolve(string reference)
    {
        if (!reference.StartsWith('#'))
            return null;
        var node = (JsonNode?)root;
        foreach (var segment in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            // RFC 6901, section 4, in a URI fragment.
            var name = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject map => map[name],
                JsonArray list when int.TryParse(name, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }
        return node;
    }

    /// <summary>Whether a pattern matches; one that .NET cannot read matches everything.</summary>
    internal static bool Matches(string pattern, string text) => Patterns.GetOrAdd(pattern, Compile) is not { } regex || regex.IsMatch(text);

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
