using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Running;

/// <summary>Calls functions: evaluates, converts and places arguments, counts them, and blames the right one for a failure.</summary>
internal static class Calls
{
    public const int MostParameters = 64;

    /// <summary>Calls with arguments still to be evaluated; a piped value, where one waits, becomes the first.</summary>
    public static object Call(
        TemplateContext context,
        ScriptNode caller,
        object target,
        bool takesPipedArgument,
        IReadOnlyList<ScriptExpression> arguments)
    {
        context.WrappedBlocks.TryPop(out var wrapped);
        var isPiped = takesPipedArgument && context.Pipe is { Count: > 0 };
        if (target is not IScriptCustomFunction function)
        {
            throw new ScriptRuntimeException(caller.Span, isPiped && caller is CallExpression call
                ? $"Pipe expression destination `{call.Target}` is not a valid function "
                : $"Invalid target function `{target}` ({context.GetTypeName(target)})");
        }
        if (function.ParameterCount >= MostParameters)
            throw new ScriptRuntimeException(caller.Span, $"Out of range number of parameters {function.ParameterCount} for target function `{target}`. The maximum number of parameters for a function is: {MostParameters}.");

        if (isPiped)
            arguments = [context.Pipe.Pop(), .. arguments ?? []];
        arguments ??= [];

        var values = new ArgumentList(function, arguments.Count);
        foreach (var argument in arguments)
            Evaluate(context, caller, function, argument, values);
        values.FillDefaults();
        Count(caller, function, arguments, values);

        context.EnterRecursive(caller);
        try
        {
            return context.Settle(function.Invoke(context, caller, values.Values, wrapped));
        }
        catch (ArgumentException error) when (Blamed(arguments, IndexOf(function, error.ParamName)) is { } argument)
        {
            throw new ScriptRuntimeException(argument.Span, error.Message);
        }
        catch (ScriptArgumentException error) when (Blamed(arguments, error.ArgumentIndex) is { } argument)
        {
            throw new ScriptRuntimeException(argument.Span, error.Message);
        }
        finally
        {
            context.ExitRecursive(caller);
            context.FlowState = ScriptFlowState.None;
        }
    }

    /// <summary>Calls with values at hand, as builtins call the functions they are given.</summary>
    public static object Call(TemplateContext context, ScriptNode caller, IScriptCustomFunction function, ScriptArray arguments)
    {
        var span = caller?.Span ?? context.CurrentSpan;
        var values = new ArgumentList(function, arguments.Count);
        if (function.VarParamKind == ScriptVarParamKind.None && function.ParameterCount == arguments.Count)
        {
            for (var i = 0; i < arguments.Count; i++)
                values.Values.Add(context.ToObject(span, arguments[i], function.GetParameterInfo(i).ParameterType));
        }
        else
        {
            foreach (var argument in arguments)
                values.Set(values.Values.Count, context.ToObject(span, argument, function.GetParameterInfo(values.Values.Count).ParameterType));
            values.FillDefaults(evenIfDirect: true);
            if (values.RequiredGiven != function.RequiredParameterCount)
                throw WrongCount(After(span), values.RequiredGiven, caller, function.RequiredParameterCount);
        }

        context.EnterRecursive(caller);
        try
        {
            return context.Settle(function.Invoke(context, caller, values.Values, null));
        }
        catch (ArgumentException error) when (IndexOf(function, error.ParamName) is >= 0 and var index && index < arguments.Count)
        {
            throw new ScriptRuntimeException(span, error.Message);
        }
        catch (ScriptArgumentException error) when (error.ArgumentIndex >= 0 && error.ArgumentIndex < arguments.Count)
        {
            throw new ScriptRuntimeException(span, error.Message);
        }
        finally
        {
            context.ExitRecursive(caller);
            context.FlowState = ScriptFlowState.None;
        }
    }

    private static void Evaluate(
        TemplateContext context,
        ScriptNode caller,
        IScriptCustomFunction function,
        ScriptExpression argument,
        ArgumentList values)
    {
        var index = values.Values.Count;
        var named = argument as NamedArgument;
        if (named is not null)
        {
            index = IndexOf(function, named.Name.Name);
            if (index < 0 && function.VarParamKind != ScriptVarParamKind.None)
            {
                // What the function does not name travels as a property of its argument array.
                if (!values.Values.CanWrite(named.Name.Name))
                    throw new ScriptRuntimeException(argument.Span, $"Cannot pass argument {named.Name.Name} to function. This name is not supported by this function.");
                values.Values.TrySetValue(context, caller.Span, named.Name.Name, context.Evaluate(named), false);
                return;
            }
            if (index < 0)
                index = values.Values.Count;
        }

        object value;
        if (typeof(ScriptExpression).IsAssignableFrom(function.GetParameterInfo(index).ParameterType))
            value = named is null ? argument : named.Value;
        else
            value = context.Evaluate(argument);

        if (argument is UnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } && value is IEnumerable items)
        {
            foreach (var item in items)
            {
                values.Set(index, context.ToObject(caller.Span, item, function.GetParameterInfo(values.Values.Count).ParameterType));
                index++;
            }
            return;
        }
        values.Set(index, context.ToObject(argument.Span, value, function.GetParameterInfo(index).ParameterType));
    }

    private static void Count(ScriptNode caller, IScriptCustomFunction function, IReadOnlyList<ScriptExpression> arguments, ArgumentList values)
    {
        if (values.RequiredGiven != function.RequiredParameterCount)
            throw WrongCount(After(caller.Span), values.RequiredGiven, caller, function.RequiredParameterCount);
        var count = values.Values.Count;
        if (function.VarParamKind != ScriptVarParamKind.None || count <= function.ParameterCount)
            return;
        var place = count <= arguments.Count ? arguments[count - 1].Span : After(caller.Span);
        throw WrongCount(place, count, caller, function.ParameterCount);
    }

    private static ScriptRuntimeException WrongCount(SourceSpan span, int given, ScriptNode caller, int wanted) =>
        new(span, $"Invalid number of arguments `{given}` passed to `{caller}` while expecting `{wanted}` arguments");

    private static SourceSpan After(SourceSpan span) => new(span.FileName, span.End.NextColumn(), span.End.NextColumn().NextColumn());

    private static ScriptExpression Blamed(IReadOnlyList<ScriptExpression> arguments, int index) =>
        index >= 0 && index < arguments.Count ? arguments[index] : null;

    private static int IndexOf(IScriptCustomFunction function, string name)
    {
        if (name is null)
            return -1;
        for (var i = 0; i < function.ParameterCount; i++)
        {
            if (function.GetParameterInfo(i).Name == name)
                return i;
        }
        return -1;
    }
}
