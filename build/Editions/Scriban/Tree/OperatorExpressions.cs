using Scriban;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace ScribanEdition.Tree;

internal sealed class BinaryExpression : ScriptExpression
{
    public ScriptExpression Left { get; set; }

    public ScriptBinaryOperator Operator { get; init; }

    public Scriban.Parsing.SourceSpan OperatorSpan { get; init; }

    public ScriptExpression Right { get; set; }

    internal override Grammar Grammar => Grammars.Binary;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context)
    {
        var left = context.Evaluate(Left);
        switch (Operator)
        {
            case ScriptBinaryOperator.And:
                return context.ToBool(Left.Span, left) && context.ToBool(Right.Span, context.Evaluate(Right));
            case ScriptBinaryOperator.Or:
                return context.ToBool(Left.Span, left) || context.ToBool(Right.Span, context.Evaluate(Right));
            default:
                var right = context.Evaluate(Right);
                return Operators.Apply(context, OperatorSpan, Operator, Left.Span, left, Right.Span, right);
        }
    }

    internal override void WriteTo(NodeText text)
    {
        text.Write(Left);
        // Without spaces a difference would read as a call with a negative argument.
        var spaced = Operator == ScriptBinaryOperator.Subtract;
        if (spaced && !text.EndsWithSpace)
            text.Space();
        text.Token(Operator.Symbol());
        if (spaced)
            text.Space();
        text.Write(Right);
    }
}

internal sealed class UnaryExpression : ScriptExpression
{
    public ScriptUnaryOperator Operator { get; set; }

    public ScriptExpression Right { get; set; }

    internal override Grammar Grammar => Grammars.Unary;

    public override object Evaluate(TemplateContext context) => Operator == ScriptUnaryOperator.FunctionAlias
        ? context.Evaluate(Right, aliasReturnedFunction: true)
        : Operators.Apply(context, Right.Span, Operator, context.Evaluate(Right));

    internal override void WriteTo(NodeText text) => text.Token(Operator.Symbol()).Write(Right);
}

internal sealed class IncrementExpression : ScriptExpression
{
    public ScriptUnaryOperator Operator { get; set; }

    public ScriptExpression Right { get; set; }

    /// <summary>Whether the operator stands behind the variable; the value is then the one before the change.</summary>
    public bool IsPostfix { get; init; }

    internal override Grammar Grammar => Grammars.Increment;

    public override object Evaluate(TemplateContext context)
    {
        var step = Operator == ScriptUnaryOperator.Increment ? 1 : -1;
        var before = Operators.Apply(context, Right.Span, ScriptUnaryOperator.Plus, context.Evaluate(Right));
        var after = Operators.Apply(context, Right.Span, ScriptBinaryOperator.Add, Right.Span, before, Right.Span, step);
        context.SetValue(Right, after);
        return IsPostfix ? before : after;
    }

    internal override void WriteTo(NodeText text)
    {
        if (IsPostfix)
            text.Write(Right).Token(Operator.Symbol());
        else
            text.Token(Operator.Symbol()).Write(Right);
    }
}

internal sealed class ConditionalExpression : ScriptExpression
{
    public ScriptExpression Condition { get; set; }

    public ScriptExpression WhenTrue { get; set; }

    public ScriptExpression WhenFalse { get; set; }

    internal override Grammar Grammar => Grammars.Conditional;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context) =>
        context.Evaluate(context.ToBool(Condition.Span, context.Evaluate(Condition)) ? WhenTrue : WhenFalse);

    internal override void WriteTo(NodeText text) => text.Write(Condition).Token("?").Write(WhenTrue).Token(":").Write(WhenFalse);
}

internal sealed class AssignmentExpression : ScriptExpression
{
    public ScriptExpression Target { get; set; }

    /// <summary>The operator of a compound assignment, or none.</summary>
    public ScriptBinaryOperator Operator { get; init; }

    public ScriptExpression Value { get; set; }

    internal override Grammar Grammar => Grammars.Assignment;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context)
    {
        var value = context.Evaluate(Value);
        if (Operator != ScriptBinaryOperator.None)
            value = Operators.Apply(context, Span, Operator, Span, context.Evaluate(Target), Span, value);
        context.SetValue(Target, value);
        return null;
    }

    internal override void WriteTo(NodeText text) =>
        text.Write(Target).Token(Operator == ScriptBinaryOperator.None ? "=" : Operator.Symbol() + "=").Write(Value);
}
