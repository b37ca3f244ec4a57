using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates.Yaml;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>Evaluates a template: every name must exist, and a value leaves a marker instead of its text.</summary>
internal sealed class StrictContext : TemplateContext
{
    private readonly InterpolatedText _text;
    private readonly IScriptOutput _top;
    private SourceSpan? _statement;

    public StrictContext(ScriptObject model, InterpolatedText text)
    {
        _text = text;
        _top = Output;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        NewLine = "\n";
        LimitToString = 0;
        TryGetMember = Undefined;
        TryGetVariable = Undefined;
        PushGlobal(model);
    }

    public override TemplateContext Write(SourceSpan span, object textAsObject)
    {
        if (textAsObject is null)
            return this;
        // What is captured or returned by a function becomes a value itself, and is written as one in the end.
        return ReferenceEquals(Output, _top)
            ? Write(_text.Mark(_statement ?? span, textAsObject))
            : Write(ObjectToString(textAsObject));
    }

    public override string ObjectToString(object value, bool nested = false) => value is SecretValue or JupyterHub.Pipeline.Environments.SecretReference
        ? throw new ScriptRuntimeException(CurrentSpan, "A secret can only be written as it is, not be looked at, changed or captured")
        : base.ObjectToString(value, nested)!;

    // A block writes what its statements give, and names itself as the place.
    public override object Evaluate(ScriptNode scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptStatement and not ScriptBlockStatement)
            _statement = scriptNode.Span;
        return value!;
    }

    private static bool Undefined(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        var names = (target as IScriptObject)?.GetMembers() ?? [];
        throw new UndefinedNameException(span, $"'{member}' does not exist there{NearestName.Hint(member, names)}", names);
    }

    private static bool Undefined(TemplateContext context, SourceSpan span, ScriptVariable variable, out object value)
    {
        var names = context.CurrentGlobal?.GetMembers() ?? [];
        throw new UndefinedNameException(span, $"'{variable.Name}' does not exist{NearestName.Hint(variable.Name, names)}", names);
    }
}
