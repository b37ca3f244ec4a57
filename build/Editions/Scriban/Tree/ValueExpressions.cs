using System.Text;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

internal sealed class ArrayExpression : ScriptExpression
{
    public List<ScriptExpression> Items { get; } = [];

    internal override Grammar Grammar => Grammars.Array;

    public override object Evaluate(TemplateContext context)
    {
        var array = new ScriptArray(Items.Count);
        foreach (var item in Items)
            array.Add(context.Evaluate(item));
        return array;
    }

    internal override void WriteTo(NodeText text) => text.Token("[").List(Items).Token("]");
}

internal sealed class ObjectMember : ScriptNode
{
    public ScriptExpression Name { get; set; }

    public ScriptExpression Value { get; set; }

    internal override Grammar Grammar => Grammars.ObjectMember;

    public override object Evaluate(TemplateContext context)
    {
        var name = (Name as ScriptVariable)?.Name ?? (Name as Literal)?.Value?.ToString();
        if (string.IsNullOrEmpty(name))
            throw new ScriptRuntimeException(Span, "Object member name cannot be empty.");
        context.CurrentGlobal.TrySetValue(context, Span, name, context.Evaluate(Value), false);
        return null;
    }

    internal override void WriteTo(NodeText text) => text.Write(Name).Token(":").Write(Value);
}

internal sealed class ObjectExpression : ScriptExpression
{
    public List<ObjectMember> Members { get; } = [];

    internal override Grammar Grammar => Grammars.Object;

    public override object Evaluate(TemplateContext context)
    {
        // Later members see earlier ones as variables.
        var value = new ScriptObject();
        context.PushGlobalOnly(value);
        try
        {
            foreach (var member in Members)
                member.Evaluate(context);
        }
        finally
        {
            context.PopGlobalOnly();
        }
        return value;
    }

    internal override void WriteTo(NodeText text) => text.Token("{").List(Members).Token("}");
}

/// <summary>One <c>{expression}</c> inside an interpolated string.</summary>
internal sealed class InterpolatedExpression : ScriptExpression
{
    public ScriptExpression Expression { get; set; }

    internal override Grammar Grammar => Grammars.Interpolated;

    public override object Evaluate(TemplateContext context)
    {
        context.PushPipe();
        try
        {
            return context.Evaluate(Expression);
        }
        finally
        {
            context.PopPipe();
        }
    }

    internal override void WriteTo(NodeText text) => text.Token("{").Write(Expression).Token("}");
}

internal sealed class InterpolatedString : ScriptExpression
{
    public List<ScriptExpression> Parts { get; } = [];

    internal override Grammar Grammar => Grammars.InterpolatedString;

    public override object Evaluate(TemplateContext context)
    {
        context.PushPipe();
        try
        {
            var text = new StringBuilder();
            foreach (var part in Parts)
                text.Append(context.Evaluate(part));
            return text.ToString();
        }
        finally
        {
            context.PopPipe();
        }
    }

    internal override void WriteTo(NodeText text)
    {
        foreach (var part in Parts)
            text.Write(part);
    }
}
