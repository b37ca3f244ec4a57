using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace ScribanEdition.Tree;

internal sealed class NamedArgument : ScriptExpression
{
    public ScriptVariable Name { get; set; }

    /// <summary>Null for a bare name, which stands for true.</summary>
    public ScriptExpression Value { get; set; }

    internal override Grammar Grammar => Grammars.NamedArgument;

    public override object Evaluate(TemplateContext context) => Value is null ? true : context.Evaluate(Value);

    internal override void WriteTo(NodeText text)
    {
        text.Write(Name);
        if (Value is not null)
            text.Token(":").Write(Value);
    }
}

internal sealed class CallExpression : ScriptExpression
{
    public ScriptExpression Target { get; set; }

    public List<ScriptExpression> Arguments { get; } = [];

    /// <summary>Whether the arguments stand in parentheses, as in <c>f(1, 2)</c>.</summary>
    public bool IsExplicit { get; set; }

    public bool IsClosed { get; set; }

    internal override Grammar Grammar => Grammars.Call;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context)
    {
        var function = context.Evaluate(Target, aliasReturnedFunction: true);
        if (function is not null)
            return Calls.Call(context, this, function, context.MayTakePipedArgument, Arguments);
        if (context.EnableRelaxedFunctionAccess)
            return null;
        throw new ScriptRuntimeException(Target.Span, $"The function `{Target}` was not found");
    }

    /// <summary>Reads <c>f(x, y)</c>, met before an equal sign, as the head of a function.</summary>
    public ScriptFunction AsDeclaration()
    {
        if (!IsExplicit || !IsClosed || Target is not ScriptVariableGlobal || !Arguments.All(a => a is ScriptVariableGlobal))
            return null;
        return new ScriptFunction
        {
            Name = (ScriptVariable)Target,
            Parameters = [.. Arguments.Select(a => new Parameter { Name = (ScriptVariable)a })],
            Span = Span,
        };
    }

    internal override void WriteTo(NodeText text)
    {
        text.Write(Target);
        if (IsExplicit)
        {
            text.Token("(").List(Arguments);
        }
        else
        {
            foreach (var argument in Arguments)
                text.Space().Write(argument);
        }
        if (IsClosed)
            text.Token(")");
    }
}

internal sealed class PipeExpression : ScriptExpression
{
    public ScriptExpression From { get; set; }

    public string Symbol { get; set; }

    public ScriptExpression To { get; set; }

    internal override Grammar Grammar => Grammars.Pipe;

    internal override bool TakesLeadingSpace => false;

    public override object Evaluate(TemplateContext context)
    {
        var isOutermost = context.Pipe is null;
        try
        {
            if (isOutermost)
                context.PushPipe();
            var pipe = context.Pipe;
            pipe.Push(From);
            var result = context.Evaluate(To);
            if (result is IScriptCustomFunction && IsWaiting(pipe))
                result = Calls.Call(context, To, result, takesPipedArgument: true, null);
            if (IsWaiting(pipe))
                throw new ScriptRuntimeException(To.Span, $"Pipe expression destination `{To}` is not a valid function ");
            return result;
        }
        catch
        {
            isOutermost = false;
            context.ClearPipes();
            throw;
        }
        finally
        {
            if (isOutermost)
                context.PopPipe();
        }
    }

    internal override void WriteTo(NodeText text) => text.Write(From).Token(Symbol).Write(To);

    private bool IsWaiting(Stack<ScriptExpression> pipe) => pipe.TryPeek(out var top) && top == From;
}

internal sealed class AnonymousFunction : ScriptExpression
{
    public ScriptFunction Function { get; set; }

    internal override Grammar Grammar => Grammars.AnonymousFunction;

    public override object Evaluate(TemplateContext context) => Function;

    internal override void WriteTo(NodeText text) => text.Write(Function);
}
