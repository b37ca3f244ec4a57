using Scriban.Parsing;

namespace JupyterHub.Pipeline.Templates;

/// <summary>A template.</summary>
/// <param name="Path">Its path relative to the repository or the library, with slashes: <c>manifests/longhorn/shared-volume.yaml</c>.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsOverride">Whether it is the repository's own in place of one of the library's.</param>
public sealed record TemplateFile(string Path, string FullPath, string Text, bool IsOverride)
{
    /// <summary>A place in the template as messages name it.</summary>
    internal string At(SourceSpan span) => $"{Path}:{span.Start.Line + 1}:{span.Start.Column + 1}";
}
