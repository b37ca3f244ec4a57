using Scriban;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

internal sealed class ThisExpression : ScriptExpression, IScriptVariablePath
{
    internal override Grammar Grammar => Grammars.This;

    public override object Evaluate(TemplateContext context) => context.GetValue(this);

    public object GetValue(TemplateContext context) => context.CurrentGlobal;

    public void SetValue(TemplateContext context, object valueToSet) => throw new ScriptRuntimeException(Span, "Cannot set this variable");

    public string GetFirstPath() => "this";

    internal override void WriteTo(NodeText text) => text.Token("this");
}

internal sealed class NestedExpression : ScriptExpression, IScriptVariablePath
{
    public ScriptExpression Expression { get; set; }

    internal override Grammar Grammar => Grammars.Nested;

    public override object Evaluate(TemplateContext context)
    {
        context.PushPipe();
        try
        {
            return context.GetValue(this);
        }
        finally
        {
            context.PopPipe();
        }
    }

    public object GetValue(TemplateContext context) => context.Evaluate(Expression);

    public void SetValue(TemplateContext context, object valueToSet) => context.SetValue(Expression, valueToSet);

    public string GetFirstPath() => (Expression as IScriptVariablePath)?.GetFirstPath() ?? string.Empty;

    internal override void WriteTo(NodeText text) => text.Token("(").Write(Expression).Token(")");
}

internal sealed class MemberExpression : ScriptExpression, IScriptVariablePath
{
    public ScriptExpression Target { get; set; }

    public ScriptVariable Member { get; set; }

    /// <summary>The dot as it was written.</summary>
    public string Dot { get; init; }

    /// <summary>Whether a null target gives null: <c>?.</c>, or a <c>.</c> to the right of one.</summary>
    public bool IsNullConditional { get; set; }

    internal override Grammar Grammar => Grammars.Member;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context) => context.GetValue(this);

    public object GetValue(TemplateContext context)
    {
        var target = context.GetValue(Target);
        if (target is null)
        {
            if (!context.EnableRelaxedMemberAccess && !IsNullConditional)
                throw TargetIsNull();
            if (context.EnableRelaxedTargetAccess || IsNullConditional)
                return null;
            throw new ScriptRuntimeException(Member.Span, $"Cannot get the member {this} for a null object.");
        }

        if (context.GetMemberAccessor(target).TryGetValue(context, Member.Span, target, Member.Name, out var value))
            return value;
        var found = context.TryGetMember?.Invoke(context, Member.Span, target, Member.Name, out value) ?? false;
        if (!found && !context.EnableRelaxedMemberAccess)
            throw new ScriptRuntimeException(Member.Span, $"Cannot get member with name {Member.Name}.");
        return value;
    }

    public void SetValue(TemplateContext context, object valueToSet)
    {
        var target = context.GetValue(Target) ?? throw TargetIsNull();
        if (!context.GetMemberAccessor(target).TrySetValue(context, Member.Span, target, Member.Name, valueToSet))
            throw new ScriptRuntimeException(Member.Span, $"Cannot set a value for the readonly member: {this}");
    }

    public string GetFirstPath() => (Target as IScriptVariablePath)?.GetFirstPath() ?? string.Empty;

    internal override void WriteTo(NodeText text) => text.Write(Target).Token(Dot).Write(Member);

    private ScriptRuntimeException TargetIsNull() => new(Member.Span, $"Object `{Target}` is null. Cannot access member: {this}");
}

internal sealed class IsEmptyExpression : ScriptExpression, IScriptVariablePath
{
    public ScriptExpression Target { get; set; }

    public ScriptVariable Member { get; set; }

    public string Dot { get; init; }

    public bool IsNullConditional { get; set; }

    internal override Grammar Grammar => Grammars.IsEmpty;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context) => context.GetValue(this);

    public object GetValue(TemplateContext context)
    {
        var target = context.GetValue(Target);
        if (target is null && !context.EnableRelaxedMemberAccess)
            throw new ScriptRuntimeException(Span, $"Object `{Target}` is null. Cannot access property `empty?`");
        return context.IsEmpty(Span, target);
    }

    public void SetValue(TemplateContext context, object valueToSet) =>
        throw new ScriptRuntimeException(Span, "The `.empty?` property cannot be set");

    public string GetFirstPath() => (Target as IScriptVariablePath)?.GetFirstPath() ?? string.Empty;

    internal override void WriteTo(NodeText text) => text.Write(Target).Token(Dot).Write(Member).Token("?");
}
