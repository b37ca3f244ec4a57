using System.Collections;
using System.Text;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Builtins;

/// <summary><c>include_join names separator begin end</c>: the texts of several templates; the other three may be templates too, as <c>tpl:name</c>.</summary>
internal sealed class IncludeJoinFunction : IScriptCustomFunction
{
    private static readonly ScriptParameterInfo[] s_parameters =
    [
        new(typeof(IList), "template_names"),
        new(typeof(string), "separator"),
        new(typeof(string), "prefix"),
        new(typeof(string), "suffix"),
    ];

    public int RequiredParameterCount => 2;

    public int ParameterCount => 4;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => s_parameters[index];

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement)
    {
        var caller = callerContext ?? context.CurrentNode;
        if (arguments.Count < 2)
            throw new ScriptRuntimeException(caller.Span, "Expecting at least the separator and components to include for the <include_join> function.");
        var names = arguments[0] switch
        {
            ScriptArray values => values.Select(value => context.ObjectToString(value)).Where(name => !string.IsNullOrEmpty(name)).ToList(),
            IEnumerable<string> values => [.. values],
            _ => null,
        };
        if (names is null)
            return string.Empty;

        var separator = Component(1);
        var (begin, end) = (Component(2), Component(3));
        var text = new StringBuilder(begin);
        for (var i = 0; i < names.Count; i++)
        {
            var path = context.GetTemplatePathFromName(names[i], caller);
            if (path is null)
                continue;
            text.Append(Render(path));
            if (i < names.Count - 1)
                text.Append(separator);
        }
        return text.Append(end).ToString();

        string Component(int index)
        {
            var component = index < arguments.Count ? context.ObjectToString(arguments[index]) ?? string.Empty : string.Empty;
            if (!component.StartsWith("tpl:", StringComparison.Ordinal))
                return component;
            var path = context.GetTemplatePathFromName(component["tpl:".Length..], caller);
            return path is null ? string.Empty : Render(path);
        }

        string Render(string path) => context.RenderTemplate(context.GetOrCreateTemplate(path, caller), arguments, caller);
    }

    public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
