using Scriban.Parsing;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>A value that a template inserts.</summary>
/// <param name="Value">The value as the template gave it.</param>
/// <param name="Span">Where the template inserts it.</param>
internal sealed record Interpolation(object Value, SourceSpan Span);
