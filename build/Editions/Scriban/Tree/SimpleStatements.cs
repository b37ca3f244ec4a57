using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

/// <summary>Text between code.</summary>
internal sealed class RawStatement : ScriptStatement
{
    public ScriptStringSlice Text { get; set; }

    internal override Grammar Grammar => Grammars.Raw;

    public override object Evaluate(TemplateContext context)
    {
        if (Text.Length == 0)
            return null;
        if (!context.EnableOutput)
            return Text.ToString();
        context.Write(Text);
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Raw(Text.ToString());
}

/// <summary>Braces that open or close code; an opening one knows how far it is indented.</summary>
internal sealed class CodeMark : ScriptStatement
{
    public CodeMark() => CanSkipEvaluation = true;

    public bool IsOpening { get; init; }

    public string Mark { get; init; }

    public string Indent { get; set; } = string.Empty;

    internal override Grammar Grammar => Grammars.CodeMark;

    public override object Evaluate(TemplateContext context) => null;

    internal override void WriteTo(NodeText text)
    {
        if (IsOpening)
            text.EnterCode(Mark);
        else
            text.ExitCode(Mark);
    }
}

internal sealed class ExpressionStatement : ScriptStatement
{
    private ScriptExpression _expression;

    public ScriptExpression Expression
    {
        get => _expression;
        set
        {
            _expression = value;
            CanOutput = value is not AssignmentExpression;
        }
    }

    internal override Grammar Grammar => Grammars.ExpressionStatement;

    public override object Evaluate(TemplateContext context)
    {
        var value = context.Evaluate(Expression);
        // $$ gives the block that was wrapped, which is then run in place.
        return value is ScriptNode block ? context.Evaluate(block) : value;
    }

    internal override void WriteTo(NodeText text) => text.Write(Expression).End();
}

/// <summary>A function declared as <c>f(x) = ...</c> on its way from the expression it is read as to the statement it is.</summary>
internal sealed class DeclarationExpression(ScriptFunction function) : ScriptExpression
{
    public ScriptFunction Function { get; } = function;

    internal override Grammar Grammar => Grammars.Function;

    public override object Evaluate(TemplateContext context) => context.Evaluate(Function);

    internal override void WriteTo(NodeText text) => text.Write(Function);
}

internal sealed class EndStatement : ScriptStatement
{
    public bool ExpectsEnd { get; set; } = true;

    internal override Grammar Grammar => Grammars.End;

    public override object Evaluate(TemplateContext context) => null;

    internal override void WriteTo(NodeText text)
    {
        text.Token("end");
        if (ExpectsEnd)
            text.End();
    }
}

internal sealed class BreakStatement : ScriptStatement
{
    internal override Grammar Grammar => Grammars.Break;

    public override object Evaluate(TemplateContext context)
    {
        context.LeaveLoop(this, ScriptFlowState.Break, "break");
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Token("break").End();
}

internal sealed class ContinueStatement : ScriptStatement
{
    internal override Grammar Grammar => Grammars.Continue;

    public override object Evaluate(TemplateContext context)
    {
        context.LeaveLoop(this, ScriptFlowState.Continue, "continue");
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Token("continue").End();
}

internal sealed class ReturnStatement : ScriptStatement
{
    public ScriptExpression Expression { get; set; }

    internal override Grammar Grammar => Grammars.Return;

    public override object Evaluate(TemplateContext context)
    {
        var value = Expression is null ? null : context.Evaluate(Expression);
        // A lazy range would be read after the variables it needs are gone.
        if (value is ScriptRange range)
            value = new ScriptArray((System.Collections.IEnumerable)range);
        context.FlowState = ScriptFlowState.Return;
        return value;
    }

    internal override void WriteTo(NodeText text) => text.Token("ret").Space().Write(Expression).End();
}

internal sealed class ImportStatement : ScriptStatement
{
    public ScriptExpression Expression { get; set; }

    internal override Grammar Grammar => Grammars.Import;

    public override object Evaluate(TemplateContext context)
    {
        var value = context.Evaluate(Expression);
        if (value is not null)
            context.Import(Expression.Span, value);
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Token("import").Space().Write(Expression).End();
}

internal sealed class ReadOnlyStatement : ScriptStatement
{
    public ScriptVariable Variable { get; set; }

    internal override Grammar Grammar => Grammars.ReadOnly;

    public override object Evaluate(TemplateContext context)
    {
        context.SetReadOnly(Variable);
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Token("readonly").Space().Write(Variable).End();
}
