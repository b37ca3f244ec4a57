using Scriban.Parsing;
using ScribanEdition.Tree;

namespace Scriban.Syntax;

/// <summary>A node of a parsed template.</summary>
public abstract class ScriptNode
{
    /// <summary>Where the node stands in the text.</summary>
    public SourceSpan Span;

    /// <summary>The kind of node and its form, as parse errors name them.</summary>
    internal abstract Grammar Grammar { get; }

    internal virtual bool TakesLeadingSpace => true;

    public abstract object Evaluate(TemplateContext context);

    /// <summary>The node as code, without the spaces and comments of the original text.</summary>
    public sealed override string ToString() => NodeText.Of(this);

    internal abstract void WriteTo(NodeText text);
}
