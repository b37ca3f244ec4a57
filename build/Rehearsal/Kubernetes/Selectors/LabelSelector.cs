using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>A label selector: every requirement has to match. Written as in a request, or as in an object's <c>spec.selector</c>.</summary>
public sealed class LabelSelector(IReadOnlyList<LabelRequirement> requirements)
{
    /// <summary>Matches every object.</summary>
    public static readonly LabelSelector Everything = new([]);

    public IReadOnlyList<LabelRequirement> Requirements { get; } = requirements;

    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var requirement in Requirements)
        {
            if (!requirement.Matches(labels))
                return false;
        }
        return true;
    }

    /// <summary>Whether the document's labels match.</summary>
    public bool Matches(JsonObject document) => Matches(
        document.Child("metadata", "labels")?.ToDictionary(label => label.Key, label => label.Value.Text() ?? "") ?? []);

    /// <summary>The selector of a request: <c>app=hub,tier!=test,zone in (a, b),!canary</c>.</summary>
    /// <exception cref="ApiStatusException">400, in the real API's words.</exception>
    public static LabelSelector Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Everything : new LabelSelector(new LabelSelectorReader(text).Read());

    /// <summary>
    /// The selector of an object: <c>matchLabels</c> and <c>matchExpressions</c>, or the plain map of labels that Services have.
    /// An absent selector matches nothing; an empty one matches everything.
    /// </summary>
    public static LabelSelector From(JsonObject? selector)
    {
        if (selector is null)
            return new LabelSelector([new LabelRequirement("", "Exists", [])]);
        var structured = selector.ContainsKey("matchLabels") || selector.ContainsKey("matchExpressions");
        var requirements = (structured ? selector.Child("matchLabels") ?? [] : selector)
            .Select(label => new LabelRequirement(label.Key, "In", [label.Value.Text() ?? ""]))
            .ToList();
        foreach (var expression in selector.Items("matchExpressions"))
            requirements.Add(new LabelRequirement(expression.Text("key") ?? "", expression.Text("operator") ?? "", [.. expression.Texts("values")]));
        return new LabelSelector(requirements);
    }
}
