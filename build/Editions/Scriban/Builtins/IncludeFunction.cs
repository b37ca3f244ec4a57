using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Builtins;

/// <summary><c>include name arguments...</c>: the text of another template.</summary>
internal sealed class IncludeFunction : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => index == 0
        ? new ScriptParameterInfo(typeof(string), "template_name")
        : new ScriptParameterInfo(typeof(object), "value");

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var caller = callerContext ?? context.CurrentNode;
        if (arguments.Count == 0)
            throw new ScriptRuntimeException(caller.Span, "Expecting at least the name of the template to include for the <include> function");
        var path = context.GetTemplatePathFromName(context.ObjectToString(arguments[0]), caller);
        return path is null ? null : context.RenderTemplate(context.GetOrCreateTemplate(path, caller), arguments, caller);
    }

    public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
