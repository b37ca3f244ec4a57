using ScribanEdition.Tree;

namespace Scriban.Syntax;

/// <summary>Statements in a row.</summary>
public sealed class ScriptBlockStatement : ScriptStatement
{
    internal List<ScriptStatement> List { get; } = [];

    internal override Grammar Grammar => Grammars.Block;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context)
    {
        object result = null;
        var outerIndent = context.CurrentIndent;
        var indent = outerIndent;
        try
        {
            foreach (var statement in List)
            {
                context.CheckAbort();
                if (context.AutoIndent && statement is CodeMark mark)
                    indent = mark.IsOpening ? mark.Indent : outerIndent;
                context.CurrentIndent = indent;
                if (statement.CanSkipEvaluation)
                    continue;

                result = context.Evaluate(statement);
                if (!statement.CanOutput)
                {
                    result = null;
                }
                else if (result is not null && context.FlowState != ScriptFlowState.Return && context.EnableOutput)
                {
                    context.Write(Span, result);
                    result = null;
                }
                if (context.FlowState != ScriptFlowState.None)
                    break;
            }
        }
        finally
        {
            context.CurrentIndent = outerIndent;
        }
        return result;
    }

    internal override void WriteTo(NodeText text)
    {
        foreach (var statement in List)
            text.Write(statement);
    }
}
