using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace ScribanEdition.Tree;

/// <summary>A link in a chain of <c>if</c>/<c>else</c> or <c>when</c>/<c>else</c>.</summary>
internal abstract class ConditionStatement : ScriptStatement
{
    public ScriptBlockStatement Body { get; set; }

    public ConditionStatement Next { get; set; }
}

internal sealed class IfStatement : ConditionStatement
{
    public ScriptExpression Condition { get; set; }

    public bool IsElseIf { get; init; }

    internal override Grammar Grammar => Grammars.If;

    public override object Evaluate(TemplateContext context)
    {
        ScriptNode branch = context.ToBool(Condition.Span, context.Evaluate(Condition)) ? Body : Next;
        return branch is null ? null : context.Evaluate(branch);
    }

    internal override void WriteTo(NodeText text)
    {
        if (IsElseIf)
            text.Token("else").Space();
        text.Token("if").Space().Write(Condition).End().Write(Body).Write(Next);
    }
}

internal sealed class ElseStatement : ConditionStatement
{
    internal override Grammar Grammar => Grammars.Else;

    public override object Evaluate(TemplateContext context) => context.Evaluate(Body);

    internal override void WriteTo(NodeText text) => text.Token("else").End().Write(Body).End();
}

internal sealed class CaseStatement : ConditionStatement
{
    public ScriptExpression Value { get; set; }

    internal override Grammar Grammar => Grammars.Case;

    public override object Evaluate(TemplateContext context)
    {
        context.CaseValues.Push(context.Evaluate(Value));
        try
        {
            return context.Evaluate(Body);
        }
        finally
        {
            context.CaseValues.Pop();
        }
    }

    internal override void WriteTo(NodeText text) => text.Token("case").Space().Write(Value).End().Write(Body).End();
}

internal sealed class WhenStatement : ConditionStatement
{
    public List<ScriptExpression> Values { get; } = [];

    internal override Grammar Grammar => Grammars.When;

    public override object Evaluate(TemplateContext context)
    {
        var wanted = context.CaseValues.Peek();
        foreach (var value in Values)
        {
            if (Operators.Apply(context, Span, ScriptBinaryOperator.CompareEqual, Span, wanted, Span, context.Evaluate(value)) is true)
                return context.Evaluate(Body);
        }
        return Next is null ? null : context.Evaluate(Next);
    }

    internal override void WriteTo(NodeText text) => text.Token("when").Space().List(Values).End().Write(Body).End().Write(Next);
}

internal sealed class CaptureStatement : ScriptStatement
{
    public ScriptExpression Target { get; set; }

    public ScriptBlockStatement Body { get; set; }

    internal override Grammar Grammar => Grammars.Capture;

    public override object Evaluate(TemplateContext context)
    {
        context.PushOutput();
        try
        {
            context.Evaluate(Body);
        }
        finally
        {
            context.SetValue(Target, context.PopOutput());
        }
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Token("capture").Space().Write(Target).End().Write(Body).End();
}

internal sealed class WithStatement : ScriptStatement
{
    public ScriptExpression Target { get; set; }

    public ScriptBlockStatement Body { get; set; }

    internal override Grammar Grammar => Grammars.With;

    public override object Evaluate(TemplateContext context)
    {
        var target = context.GetValue(Target);
        if (target is not IScriptObject container)
            throw new ScriptRuntimeException(
                Target.Span,
                $"Invalid target property `{Target}` used for [with] statement. Must be a ScriptObject instead of `{target?.GetType().Name ?? "null"}`");
        context.PushGlobal(container);
        try
        {
            return context.Evaluate(Body);
        }
        finally
        {
            context.PopGlobal();
        }
    }

    internal override void WriteTo(NodeText text) => text.Token("with").Space().Write(Target).End().Write(Body).End();
}

internal sealed class WrapStatement : ScriptStatement
{
    public ScriptExpression Target { get; set; }

    public ScriptBlockStatement Body { get; set; }

    internal override Grammar Grammar => Grammars.Wrap;

    public override object Evaluate(TemplateContext context)
    {
        if (Target is CallExpression)
        {
            context.WrappedBlocks.Push(Body);
            return context.Evaluate(Target);
        }

        var function = context.Evaluate(Target, aliasReturnedFunction: true);
        if (function is not IScriptCustomFunction)
            throw new ScriptRuntimeException(Target.Span, $"Expecting a direct function instead of the expression `{Target}/{Target.Grammar.Name}`");
        context.WrappedBlocks.Push(Body);
        return Calls.Call(context, this, function, takesPipedArgument: false, null);
    }

    internal override void WriteTo(NodeText text) => text.Token("wrap").Space().Write(Target).End().Write(Body).End();
}
