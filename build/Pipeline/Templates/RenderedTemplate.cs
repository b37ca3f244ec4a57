using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Templates;

/// <summary>What a template rendered to.</summary>
public sealed record RenderedTemplate
{
    /// <summary>The template's relative path.</summary>
    public required string Path { get; init; }

    /// <summary>The YAML as it is applied, with every secret in it: never to be logged or written where others can read.</summary>
    public required string Text { get; init; }

    /// <summary>The YAML for people: in the place of each secret stands where it is kept, and what Secrets hold is left out.</summary>
    public required string Shown { get; init; }

    /// <summary>The documents of <see cref="Text"/>, in order.</summary>
    public required IReadOnlyList<JsonObject> Documents { get; init; }

    /// <summary>Whether it is a manifest, whose documents are objects, and not the values of a chart.</summary>
    public bool IsManifest => Path.StartsWith("manifests/", StringComparison.Ordinal);

    /// <summary>The values of a chart; an empty section where the template gives none.</summary>
    public JsonObject Values => Documents.Count == 0 ? [] : Documents[0];

    /// <summary>The path only, since a record would show its secrets.</summary>
    public override string ToString() => Path;
}
