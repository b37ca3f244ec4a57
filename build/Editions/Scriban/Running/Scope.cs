using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ScribanEdition.Running;

/// <summary>Variables in one place: an object, and before it the variables of the loops that run there, innermost last.</summary>
internal sealed class Scope(IScriptObject store)
{
    private List<ScriptObject> _loops;

    /// <summary>Null for a function without parameters, which has no variables of its own.</summary>
    public IScriptObject Store { get; } = store;

    public bool HidesCallers { get; init; }

    public List<ScriptObject> Loops => _loops ??= [];

    public bool TryGet(TemplateContext context, ScriptVariable variable, out object value)
    {
        for (var i = (_loops?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (_loops[i].TryGetValue(context, variable.Span, variable.Name, out value))
                return true;
        }
        value = null;
        return Store is not null && Store.TryGetValue(context, variable.Span, variable.Name, out value);
    }
}
