using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

/// <summary>A function written in a template. Its type's name is seen in messages.</summary>
internal sealed class ScriptFunction : ScriptStatement, IScriptCustomFunction
{
    private List<Parameter> _parameters;

    /// <summary>Null for an anonymous function.</summary>
    public ScriptVariable Name { get; set; }

    /// <summary>Null for a simple function, which takes what it gets as <c>$0</c>, <c>$1</c>, ...</summary>
    public List<Parameter> Parameters
    {
        get => _parameters;
        set
        {
            _parameters = value;
            RequiredParameterCount = value.Count(p => !p.IsOptional && !p.IsVariadic);
            VarParamKind = value.Any(p => p.IsVariadic) ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;
        }
    }

    /// <summary>A block, or the expression of <c>f(x) = ...</c>.</summary>
    public ScriptStatement Body { get; set; }

    public bool IsInline => Body is not null and not ScriptBlockStatement;

    public int RequiredParameterCount { get; private set; }

    public int ParameterCount => Parameters?.Count ?? 0;

    public ScriptVarParamKind VarParamKind { get; private set; } = ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    internal override Grammar Grammar => Grammars.Function;

    internal override bool TakesLeadingSpace => true;

    public ScriptParameterInfo GetParameterInfo(int index)
    {
        if (ParameterCount == 0)
            return new ScriptParameterInfo(typeof(object), string.Empty);
        var parameter = Parameters[Math.Min(index, ParameterCount - 1)];
        return parameter.Default?.Value is { } value
            ? new ScriptParameterInfo(typeof(object), parameter.Name.Name, value)
            : new ScriptParameterInfo(typeof(object), parameter.Name.Name);
    }

    public override object Evaluate(TemplateContext context)
    {
        if (Name is null)
            return this;
        context.SetValue(Name, this);
        return null;
    }

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        // An anonymous function sees the variables of the function it is written in, a named one does not.
        var variables = Parameters is null ? null : new ScriptObject();
        context.PushFunction(variables, hidesCallers: Name is not null);
        try
        {
            if (Name is ScriptVariableLocal)
                context.SetValue(Name, this);
            context.SetValue(ScriptVariable.Arguments, arguments, true);
            for (var i = 0; i < ParameterCount; i++)
                variables.SetValue(Parameters[i].Name.Name, arguments[i], false);
            if (blockStatement is not null)
                context.SetValue(ScriptVariable.BlockDelegate, blockStatement, true);
            return context.Evaluate(Body);
        }
        finally
        {
            context.PopFunction();
        }
    }

    public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    internal override void WriteTo(NodeText text)
    {
        if (Name is not null && !IsInline)
            text.Token("func").Space();
        if (Name is null)
            text.Token("do");
        else
            text.Write(Name);
        if (Parameters is not null)
            text.Token("(").List(Parameters).Token(")");
        if (IsInline)
            text.Token("=").Write(Body);
        else
            text.End().Write(Body);
        if (Name is not null)
            text.End();
    }
}

internal sealed class Parameter : ScriptNode
{
    public ScriptVariable Name { get; set; }

    public Literal Default { get; set; }

    public bool IsOptional { get; set; }

    public bool IsVariadic { get; set; }

    internal override Grammar Grammar => Grammars.Parameter;

    public override object Evaluate(TemplateContext context) => null;

    internal override void WriteTo(NodeText text)
    {
        text.Write(Name);
        if (IsVariadic)
            text.Token("...");
        if (Default is not null)
            text.Token("=").Write(Default);
    }
}
