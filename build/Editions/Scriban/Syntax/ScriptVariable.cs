using ScribanEdition.Tree;

namespace Scriban.Syntax;

/// <summary>A global (<c>name</c>) or local (<c>$name</c>) variable.</summary>
public abstract class ScriptVariable : ScriptExpression, IScriptVariablePath, IEquatable<ScriptVariable>, IScriptTerminal
{
    /// <summary>The arguments of the function or the included page, <c>$</c>.</summary>
    public static readonly ScriptVariableLocal Arguments = new(string.Empty);

    /// <summary>The block that <c>wrap</c> hands to a function, <c>$$</c>.</summary>
    public static readonly ScriptVariableLocal BlockDelegate = new("$");

    public static readonly ScriptVariableGlobal ForObject = new("for");

    public static readonly ScriptVariableGlobal TablerowObject = new("tablerow");

    public static readonly ScriptVariableGlobal WhileObject = new("while");

    protected ScriptVariable(string name, ScriptVariableScope scope)
    {
        BaseName = name;
        Scope = scope;
        Name = scope == ScriptVariableScope.Local ? "$" + name : name;
    }

    public string BaseName { get; }

    public string Name { get; }

    public ScriptVariableScope Scope { get; }

    internal override Grammar Grammar => Grammars.Variable;

    public static ScriptVariable Create(string name, ScriptVariableScope scope) => scope switch
    {
        ScriptVariableScope.Global => new ScriptVariableGlobal(name),
        ScriptVariableScope.Local => new ScriptVariableLocal(name),
        _ => throw new InvalidOperationException($"Scope `{scope}` is not supported"),
    };

    public string GetFirstPath() => Name;

    public virtual object GetValue(TemplateContext context) => context.GetValue(this);

    public void SetValue(TemplateContext context, object valueToSet) => context.SetValue(this, valueToSet);

    public override object Evaluate(TemplateContext context) => context.GetValue((ScriptExpression)this);

    public virtual bool Equals(ScriptVariable other) => other is not null && Scope == other.Scope && Name == other.Name;

    public override bool Equals(object obj) => obj is ScriptVariable other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(BaseName, Scope);

    internal override void WriteTo(NodeText text) => text.Raw(Name);

    public static bool operator ==(ScriptVariable left, ScriptVariable right) => Equals(left, right);

    public static bool operator !=(ScriptVariable left, ScriptVariable right) => !Equals(left, right);
}
