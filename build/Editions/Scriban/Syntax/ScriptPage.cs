using ScribanEdition.Tree;

namespace Scriban.Syntax;

/// <summary>A whole template.</summary>
public class ScriptPage : ScriptNode
{
    /// <summary>The statements before the text, evaluated on their own; null if the template has none.</summary>
    public ScriptFrontMatter FrontMatter { get; set; }

    public ScriptBlockStatement Body { get; set; }

    internal override Grammar Grammar => Grammars.Page;

    public override object Evaluate(TemplateContext context)
    {
        context.FlowState = ScriptFlowState.None;
        try
        {
            return Body is null ? null : context.Evaluate(Body);
        }
        finally
        {
            context.FlowState = ScriptFlowState.None;
        }
    }

    internal override void WriteTo(NodeText text) => text.Write(Body);
}
