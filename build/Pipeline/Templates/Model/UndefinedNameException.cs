using Scriban.Parsing;
using Scriban.Syntax;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>A template uses a name that does not exist.</summary>
internal sealed class UndefinedNameException(SourceSpan span, string message, IEnumerable<string> names) : ScriptRuntimeException(span, message)
{
    /// <summary>The names that exist in its place.</summary>
    public IReadOnlyList<string> Names { get; } = [.. names.Order(StringComparer.Ordinal)];
}
