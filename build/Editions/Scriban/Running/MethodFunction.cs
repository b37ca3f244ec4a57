using System.Reflection;
using System.Runtime.ExceptionServices;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Running;

/// <summary>A .NET method or delegate that templates call. A leading context, and a span after it, are filled in and not seen by templates.</summary>
internal sealed class MethodFunction : IScriptCustomFunction
{
    private readonly MethodInfo _method;
    private readonly object _target;
    private readonly Delegate _delegate;
    private readonly Type[] _types;
    private readonly object[] _defaults;
    private readonly ScriptParameterInfo[] _parameters;
    private readonly int _hidden;

    public MethodFunction(Delegate function)
        : this(function.Method, function.Target, Merged(function)) => _delegate = function;

    public MethodFunction(MethodInfo method)
        : this(method, null, method.GetParameters())
    {
    }

    private MethodFunction(MethodInfo method, object target, ParameterInfo[] parameters)
    {
        _method = method;
        _target = target;
        ReturnType = method.ReturnType;
        _types = [.. parameters.Select(p => p.ParameterType)];
        _defaults = [.. parameters.Select(p => p.HasDefaultValue ? p.DefaultValue : null)];
        if (_types.Length > 0 && typeof(TemplateContext).IsAssignableFrom(_types[0]))
            _hidden = _types.Length > 1 && _types[1] == typeof(SourceSpan) ? 2 : 1;
        if (parameters is [.., var last] && IsVariadic(last))
            VarParamKind = ScriptVarParamKind.LastParameter;

        _parameters = [.. parameters.Skip(_hidden).Select(p => Describe(p, VarParamKind != ScriptVarParamKind.None && p == parameters[^1]))];
        // With a variadic parameter the optional ones before it count as required.
        RequiredParameterCount = VarParamKind == ScriptVarParamKind.None
            ? _parameters.Length - parameters.Count(p => p.IsOptional)
            : _parameters.Length - 1;
    }

    public int RequiredParameterCount { get; }

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind { get; }

    public Type ReturnType { get; }

    public ScriptParameterInfo GetParameterInfo(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index < _parameters.Length)
            return _parameters[index];
        if (VarParamKind == ScriptVarParamKind.LastParameter)
            return _parameters[^1];
        throw new ArgumentOutOfRangeException(nameof(index), $"Argument index must be < {ParameterCount}");
    }

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var span = callerContext?.Span ?? context.CurrentSpan;
        var values = Place(context, span, arguments);
        try
        {
            return _delegate is null ? _method.Invoke(_target, values) : _delegate.DynamicInvoke(values);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    private object[] Place(TemplateContext context, SourceSpan span, ScriptArray arguments)
    {
        var values = new object[_types.Length];
        if (_hidden > 0)
            values[0] = context;
        if (_hidden > 1)
            values[1] = span;

        var isVariadic = VarParamKind == ScriptVarParamKind.LastParameter;
        var plain = isVariadic ? arguments.Count - 1 : arguments.Count;
        for (var i = 0; i < plain; i++)
            values[_hidden + i] = context.ToObject(span, arguments[i], _types[_hidden + i]);
        for (var i = _hidden + arguments.Count; i < _types.Length; i++)
            values[i] = _defaults[i];
        if (isVariadic)
        {
            var rest = arguments[^1] as ScriptArray ?? [];
            var type = _types[^1].GetElementType();
            var array = Array.CreateInstance(type, rest.Count);
            for (var i = 0; i < rest.Count; i++)
                array.SetValue(context.ToObject(span, rest[i], type), i);
            values[^1] = array;
        }
        return values;
    }

    private static ScriptParameterInfo Describe(ParameterInfo parameter, bool isVariadic)
    {
        var type = isVariadic ? parameter.ParameterType.GetElementType() : parameter.ParameterType;
        var name = parameter.Name ?? string.Empty;
        return parameter.HasDefaultValue ? new ScriptParameterInfo(type, name, parameter.DefaultValue) : new ScriptParameterInfo(type, name);
    }

    private static bool IsVariadic(ParameterInfo parameter) => parameter.ParameterType.IsArray
        && (parameter.ParameterType == typeof(object[])
            || parameter.ParameterType == typeof(ScriptExpression[])
            || parameter.IsDefined(typeof(ParamArrayAttribute), false));

    /// <summary>A lambda's defaults are written on its delegate type, a method's on the method.</summary>
    private static ParameterInfo[] Merged(Delegate function)
    {
        var own = function.Method.GetParameters();
        var declared = function.GetType().GetMethod("Invoke").GetParameters();
        return own.Length == declared.Length
            ? [.. own.Zip(declared, (method, type) => type.HasDefaultValue && !method.HasDefaultValue ? type : method)]
            : own;
    }
}
