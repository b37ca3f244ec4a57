using System.Collections;
using System.Globalization;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace ScribanEdition.Tree;

internal abstract class LoopStatement : ScriptStatement
{
    public ScriptBlockStatement Body { get; set; }

    public sealed override object Evaluate(TemplateContext context)
    {
        context.EnterLoop();
        try
        {
            return Run(context);
        }
        finally
        {
            context.ExitLoop();
            if (context.FlowState != ScriptFlowState.Return)
                context.FlowState = ScriptFlowState.None;
        }
    }

    protected abstract object Run(TemplateContext context);

    /// <summary>Whether the loop goes on after a step; takes note of <c>break</c> and <c>continue</c>.</summary>
    protected static bool GoesOn(TemplateContext context)
    {
        if (context.FlowState == ScriptFlowState.Return)
            return false;
        var goesOn = context.FlowState != ScriptFlowState.Break;
        context.FlowState = ScriptFlowState.None;
        return goesOn;
    }
}

internal sealed class WhileStatement : LoopStatement
{
    public ScriptExpression Condition { get; set; }

    internal override Grammar Grammar => Grammars.While;

    protected override object Run(TemplateContext context)
    {
        object result = null;
        var state = new LoopState();
        context.SetLoopVariable(ScriptVariable.WhileObject, state);
        for (var index = 0; ; index++)
        {
            context.StepLoop(this, isQueryable: false);
            if (!context.ToBool(Condition.Span, context.Evaluate(Condition)))
                break;
            state.Index = index;
            result = context.Evaluate(Body);
            if (!GoesOn(context))
                break;
        }
        return result;
    }

    internal override void WriteTo(NodeText text) => text.Token("while").Space().Write(Condition).End().Write(Body).End();
}

internal class ForStatement : LoopStatement
{
    public ScriptExpression Variable { get; set; }

    public ScriptExpression Iterator { get; set; }

    /// <summary><c>offset</c>, <c>limit</c>, <c>reversed</c> as they were written.</summary>
    public List<NamedArgument> Options { get; } = [];

    public ElseStatement Else { get; set; }

    internal override Grammar Grammar => Grammars.For;

    protected virtual string Keyword => "for";

    protected virtual ScriptVariable StateVariable => ScriptVariable.ForObject;

    protected override object Run(TemplateContext context)
    {
        var source = context.Evaluate(Iterator);
        if (source is null)
            return null;
        if (source is not IEnumerable values)
            throw new ScriptRuntimeException(Iterator.Span, $"Unexpected type `{source.GetType()}` for iterator");

        var isQueryable = source is IQueryable;
        values = Selected(context, values);
        BeforeFirst(context);
        var state = new LoopState();
        context.SetLoopVariable(StateVariable, state);
        var steps = values.GetEnumerator();
        state.Start(values, steps);
        object result = null;
        var entered = steps.MoveNext();
        object previous = null;
        for (var index = 0; entered; index++)
        {
            context.StepLoop(this, isQueryable);
            var value = steps.Current;
            state.Step(index, isChanged: index == 0 || !Equals(previous, value));
            if (Variable is ScriptVariable variable)
                context.SetLoopVariable(variable, value);
            else
                context.SetValue(Variable, value);
            result = Step(context, state);
            var isLast = state.IsLast();
            if (!GoesOn(context) || isLast)
                break;
            previous = value;
        }
        AfterLast(context);
        return !entered && Else is not null ? context.Evaluate(Else) : result;
    }

    protected virtual void BeforeFirst(TemplateContext context)
    {
    }

    protected virtual void AfterLast(TemplateContext context)
    {
    }

    protected virtual object Step(TemplateContext context, LoopState state) => context.Evaluate(Body);

    protected virtual void ReadOption(TemplateContext context, NamedArgument option) =>
        throw new ScriptRuntimeException(option.Span, $"Unsupported argument `{option.Name}` for statement: `{this}`");

    protected static int Number(TemplateContext context, NamedArgument option)
    {
        if (option.Value is null)
            throw new ScriptRuntimeException(option.Span, $"Invalid `{option.Name}` argument. Value is required.");
        return context.ToInt(option.Value.Span, context.Evaluate(option.Value));
    }

    internal override void WriteTo(NodeText text)
    {
        text.Token(Keyword).Space().Write(Variable).Space();
        if (!text.EndsWithSpace)
            text.Raw(" ");
        text.Token("in").Space().Write(Iterator);
        foreach (var option in Options)
            text.Space().Write(option);
        text.End().Write(Body).End().Write(Else);
    }

    /// <summary>What is left of the values after <c>offset</c>, then <c>reversed</c>, then <c>limit</c>.</summary>
    private IEnumerable Selected(TemplateContext context, IEnumerable values)
    {
        var (offset, limit, reversed) = (0, -1, false);
        foreach (var option in Options)
        {
            switch (option.Name.Name)
            {
                case "offset":
                    offset = Number(context, option);
                    break;
                case "limit":
                    limit = Number(context, option);
                    break;
                case "reversed":
                    reversed = true;
                    break;
                default:
                    ReadOption(context, option);
                    break;
            }
        }

        var selected = values.Cast<object>();
        if (offset > 0)
            selected = selected.Skip(offset);
        if (reversed)
            selected = Enumerable.Reverse(selected);
        return limit > 0 ? selected.Take(limit) : selected;
    }
}

internal sealed class TableRowStatement : ForStatement
{
    private int _columns = 1;

    protected override string Keyword => "tablerow";

    protected override ScriptVariable StateVariable => ScriptVariable.TablerowObject;

    protected override void ReadOption(TemplateContext context, NamedArgument option)
    {
        if (option.Name.Name != "cols")
            base.ReadOption(context, option);
        _columns = Math.Max(1, Number(context, option));
    }

    protected override void BeforeFirst(TemplateContext context) => context.Write("<tr class=\"row1\">");

    protected override void AfterLast(TemplateContext context) => context.Write("</tr>").WriteLine();

    protected override object Step(TemplateContext context, LoopState state)
    {
        var column = state.Index % _columns;
        state.Column = column;
        state.IsLastColumn = column == _columns - 1;
        if (column == 0 && state.Index > 0)
        {
            var row = (state.Index / _columns) + 1;
            context.Write("</tr>").Write(context.NewLine).Write($"<tr class=\"row{row.ToString(CultureInfo.InvariantCulture)}\">");
        }
        context.Write($"<td class=\"col{(column + 1).ToString(CultureInfo.InvariantCulture)}\">");
        var result = base.Step(context, state);
        context.Write("</td>");
        return result;
    }
}
