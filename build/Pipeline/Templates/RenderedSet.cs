using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates;

/// <summary>
/// What has been rendered for an environment, kept for people under <c>.nuke/temp/rendered/&lt;environment&gt;/</c>: without secrets, readable by
/// their owner only, and written only when it differs. Safe for use by many threads.
/// </summary>
/// <param name="directory">Where it is kept; <see langword="null"/> keeps nothing.</param>
/// <param name="redact">Takes what else is known to be secret out of what is kept.</param>
public sealed class RenderedSet(string? directory, Func<string, string>? redact = null)
{
    private readonly ConcurrentDictionary<string, RenderedTemplate> _templates = new(StringComparer.Ordinal);

    /// <summary>The templates that have been rendered, by path.</summary>
    public IReadOnlyList<RenderedTemplate> Templates => [.. _templates.Values.OrderBy(template => template.Path, StringComparer.Ordinal)];

    /// <summary>Every object of every manifest, with the path of its template.</summary>
    public IReadOnlyList<(string Path, JsonObject Object)> Objects =>
        [.. Templates.Where(template => template.IsManifest).SelectMany(template => template.Documents.Select(document => (template.Path, document)))];

    /// <summary>Adds a template, in place of an earlier rendering of the same path, and keeps what people may see of it.</summary>
    /// <exception cref="ProblemException">It cannot be kept.</exception>
    public RenderedTemplate Add(RenderedTemplate template)
    {
        _templates[template.Path] = template;
        if (directory is not null)
            PrivateFiles.Write(directory, template.Path, Shown(template));
        return template;
    }

    /// <summary>Writes what people may see of every template to a folder of their choice; how many files changed.</summary>
    /// <exception cref="ProblemException">The folder cannot be written.</exception>
    public int WriteTo(string folder) => Templates.Count(template => PrivateFiles.Write(folder, template.Path, Shown(template)));

    private string Shown(RenderedTemplate template) => redact is null ? template.Shown : redact(template.Shown);
}
