using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Builtins;

/// <summary>
/// A function of the language. It is described by a table entry instead of by reflection, so that making the builtins costs a new context
/// next to nothing.
/// </summary>
internal sealed class BuiltinFunction : IScriptCustomFunction
{
    private readonly ScriptParameterInfo[] _parameters;
    private readonly Func<Invocation, object> _body;
    private readonly string _method;
    private readonly bool _needsText;

    /// <param name="method">The name of the method that the function is elsewhere, as messages show it.</param>
    /// <param name="parameters">What the function takes.</param>
    /// <param name="body">What it does.</param>
    /// <param name="isVariadic">Whether the last parameter takes all further arguments, as an array.</param>
    /// <param name="needsText">Whether null is refused for the required texts.</param>
    public BuiltinFunction(string method, ScriptParameterInfo[] parameters, Func<Invocation, object> body, bool isVariadic, bool needsText)
    {
        _needsText = needsText;
        _method = method;
        _parameters = parameters;
        _body = body;
        VarParamKind = isVariadic ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;
        RequiredParameterCount = parameters.Count(p => !p.HasDefaultValue) - (isVariadic ? 1 : 0);
    }

    public int RequiredParameterCount { get; }

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind { get; }

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index)
    {
        if (index < _parameters.Length)
            return _parameters[index];
        if (VarParamKind == ScriptVarParamKind.LastParameter)
            return _parameters[^1];
        throw new ArgumentOutOfRangeException(nameof(index), $"Argument index must be < {ParameterCount}");
    }

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var span = callerContext?.Span ?? context.CurrentSpan;
        var values = new object[_parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = context.ToObject(span, arguments[i], _parameters[i].ParameterType);
            if (values[i] is null && RefusesNull(_parameters[i]))
                throw new ScriptRuntimeException(span, $"Argument `{_parameters[i].Name}` cannot be null for function `{_method}`.");
        }
        return _body(new Invocation(context, span, values));
    }

    public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    private bool RefusesNull(ScriptParameterInfo parameter) => parameter.ParameterType.IsValueType
        ? Nullable.GetUnderlyingType(parameter.ParameterType) is null
        : _needsText && !parameter.HasDefaultValue;
}
