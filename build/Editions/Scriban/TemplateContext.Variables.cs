using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace Scriban;

public partial class TemplateContext
{
    private readonly List<Scope> _globals = [];
    private readonly List<Scope> _functions = [];
    private readonly Stack<Scope> _locals = [];
    private readonly Stack<Stack<ScriptExpression>> _pipes = [];

    /// <summary>The object that unprefixed assignments write to.</summary>
    public IScriptObject CurrentGlobal => _globals[^1].Store;

    public int GlobalCount => _globals.Count;

    /// <summary>Blocks handed to functions by <c>wrap</c>, on their way to the call.</summary>
    internal Stack<ScriptBlockStatement> WrappedBlocks { get; } = [];

    /// <summary>What the pipes of the current expression hold for the next call; null outside of a pipe.</summary>
    internal Stack<ScriptExpression> Pipe => _pipes.TryPeek(out var pipe) ? pipe : null;

    public void PushGlobal(IScriptObject scriptObject)
    {
        PushGlobalOnly(scriptObject);
        PushLocal();
    }

    public IScriptObject PopGlobal()
    {
        var store = PopGlobalOnly();
        PopLocal();
        return store;
    }

    public void PushLocal() => _locals.Push(new Scope(new ScriptObject()));

    public void PopLocal() => _locals.Pop();

    public object GetValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable.Scope == ScriptVariableScope.Local)
            return _locals.Peek().TryGet(this, variable, out var value) ? value : NotFound(variable);
        return GetGlobalValue(variable);
    }

    public object GetValue(ScriptVariableGlobal variable) => GetValue((ScriptVariable)variable);

    public void SetValue(ScriptVariable variable, object value, bool asReadOnly = false)
    {
        if (!StoreToWrite(variable).TrySetValue(this, variable.Span, variable.Name, value, asReadOnly))
            throw new ScriptRuntimeException(variable.Span, $"Cannot set value on the readonly variable `{variable}`");
    }

    public void SetValue(ScriptVariable variable, object value, bool asReadOnly, bool force)
    {
        if (force)
            StoreToWrite(variable).Remove(variable.Name);
        SetValue(variable, value, asReadOnly);
    }

    public void SetValue(ScriptVariable variable, bool value) => SetValue(variable, (object)value);

    public void DeleteValue(ScriptVariable variable) => StoreToWrite(variable).Remove(variable.Name);

    public void SetReadOnly(ScriptVariable variable, bool isReadOnly = true) => StoreToWrite(variable).SetReadOnly(variable.Name, isReadOnly);

    /// <summary>Sets a variable that lives as long as the innermost loop.</summary>
    public virtual void SetLoopVariable(ScriptVariable variable, object value)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var scope = variable.Scope == ScriptVariableScope.Global ? CurrentGlobalScope() : _locals.Peek();
        if (scope.Loops.Count == 0)
            throw new InvalidOperationException("Cannot set a loop global variable without a loop variable store.");
        if (!scope.Loops[^1].TrySetValue(this, variable.Span, variable.Name, value, false))
            throw new ScriptRuntimeException(variable.Span, $"Cannot set value on the variable `{variable}`");
    }

    internal void PushGlobalOnly(IScriptObject store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _globals.Add(new Scope(store));
    }

    internal IScriptObject PopGlobalOnly()
    {
        if (_globals.Count == 1)
            throw new InvalidOperationException("Unexpected PopGlobal() not matching a PushGlobal");
        var store = _globals[^1].Store;
        _globals.RemoveAt(_globals.Count - 1);
        return store;
    }

    internal void PushFunction(ScriptObject variables, bool hidesCallers)
    {
        _functions.Add(new Scope(variables) { HidesCallers = hidesCallers });
        PushLocal();
    }

    internal void PopFunction()
    {
        _functions.RemoveAt(_functions.Count - 1);
        PopLocal();
    }

    internal void PushPipe() => _pipes.Push([]);

    internal void PopPipe() => _pipes.TryPop(out _);

    internal void ClearPipes() => _pipes.Clear();

    private object GetGlobalValue(ScriptVariable variable)
    {
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].TryGet(this, variable, out var value))
                return value;
            if (_functions[i].HidesCallers)
                break;
        }
        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].TryGet(this, variable, out var value))
                return value;
        }
        return NotFound(variable);
    }

    private object NotFound(ScriptVariable variable)
    {
        object value = null;
        var found = TryGetVariable?.Invoke(this, variable.Span, variable, out value) ?? false;
        if (!found && StrictVariables)
            throw new ScriptRuntimeException(variable.Span, $"The variable or function `{variable}` was not found");
        return value;
    }

    private IScriptObject StoreToWrite(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable.Scope == ScriptVariableScope.Local)
            return _locals.Peek().Store;
        var store = GlobalStoreToWrite(variable.Name);
        if (!store.CanWrite(variable.Name))
            throw new ScriptRuntimeException(variable.Span, $"Cannot set the {(store == BuiltinObject ? "builtin " : string.Empty)}readonly variable `{variable}`");
        return store;
    }

    /// <summary>A function's own variable if it has one of that name; the current object if any object has; else the innermost function.</summary>
    private IScriptObject GlobalStoreToWrite(string name)
    {
        IScriptObject innermost = null;
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            var store = _functions[i].Store;
            if (store is not null && store.Contains(name))
                return store;
            innermost ??= store;
            if (_functions[i].HidesCallers)
                break;
        }
        return innermost is null || _globals.Exists(scope => scope.Store.Contains(name)) ? CurrentGlobal : innermost;
    }

    private Scope CurrentGlobalScope()
    {
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].Store is not null)
                return _functions[i];
            if (_functions[i].HidesCallers)
                break;
        }
        return _globals[^1];
    }
}
