using System.Globalization;
using System.Runtime.CompilerServices;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Builtins;
using ScribanEdition.Running;

namespace Scriban;

/// <summary>
/// All that a template reads and writes while it is rendered: variables, output, limits. A context serves one rendering at a time;
/// subclasses intercept what is written (<see cref="Write(SourceSpan, object)"/>) and how values become text (<see cref="ObjectToString"/>).
/// </summary>
public partial class TemplateContext : IFormatProvider
{
    private readonly IEqualityComparer<string> _keyComparer;
    private readonly Stack<CultureInfo> _cultures = [];
    private readonly Stack<string> _sourceFiles = [];
    private bool _isFunctionCallDisabled;
    private int _accessDepth;

    public TemplateContext()
        : this(null, null)
    {
    }

    public TemplateContext(ScriptObject builtin)
        : this(builtin, null)
    {
    }

    public TemplateContext(IEqualityComparer<string> keyComparer)
        : this(null, keyComparer)
    {
    }

    /// <summary>A context with the given builtins, or the language's own if there are none given.</summary>
    public TemplateContext(ScriptObject builtin, IEqualityComparer<string> keyComparer)
    {
        BuiltinObject = builtin ?? GetDefaultBuiltinObject();
        _keyComparer = keyComparer;
        _output = new StringBuilderOutput();
        _outputs.Push(_output);
        PushGlobal(BuiltinObject);
    }

    public delegate bool TryGetMemberDelegate(TemplateContext context, SourceSpan span, object target, string member, out object value);

    public delegate bool TryGetVariableDelegate(TemplateContext context, SourceSpan span, ScriptVariable variable, out object value);

    public delegate string RenderRuntimeExceptionDelegate(ScriptRuntimeException exception);

    /// <summary>Whether a variable that is nowhere set is an error.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Whether a member of null gives null; members need <see cref="EnableRelaxedMemberAccess"/> for it as well.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>Whether a member that an object lacks gives null.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether calling a function that does not exist gives null.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>Whether an item beyond the ends of a list gives null.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether an index that is null gives null.</summary>
    public bool EnableNullIndexer { get; set; }

    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    /// <summary>Asked for members that an object lacks.</summary>
    public TryGetMemberDelegate TryGetMember { get; set; }

    /// <summary>Asked for variables that are nowhere set.</summary>
    public TryGetVariableDelegate TryGetVariable { get; set; }

    /// <summary>Turns a failure into text, instead of ending the rendering.</summary>
    public RenderRuntimeExceptionDelegate RenderRuntimeException { get; set; }

    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    public MemberFilterDelegate MemberFilter { get; set; }

    public ITemplateLoader TemplateLoader { get; set; }

    public ParserOptions TemplateLoaderParserOptions { get; set; } = ParserOptions.Default;

    public LexerOptions TemplateLoaderLexerOptions { get; set; } = LexerOptions.Default;

    /// <summary>The language that <c>object.eval</c> reads.</summary>
    public ScriptLang Language { get; set; }

    /// <summary>How long a regular expression may take.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    public CancellationToken CancellationToken { get; set; }

    public ScriptObject BuiltinObject { get; }

    /// <summary>Included templates by path.</summary>
    public Dictionary<string, Template> CachedTemplates { get; } = [];

    /// <summary>A place for what functions keep from one call to the next.</summary>
    public Dictionary<object, object> Tags { get; } = [];

    public CultureInfo CurrentCulture => _cultures.TryPeek(out var culture) ? culture : CultureInfo.InvariantCulture;

    public int CultureCount => _cultures.Count;

    public string CurrentSourceFile => _sourceFiles.Peek();

    public int SourceFileCount => _sourceFiles.Count;

    /// <summary>The node that is being evaluated.</summary>
    public ScriptNode CurrentNode { get; private set; }

    public SourceSpan CurrentSpan => CurrentNode?.Span ?? default;

    internal ScriptFlowState FlowState { get; set; }

    internal Stack<object> CaseValues { get; } = [];

    /// <summary>Whether a call may take the value that a pipe holds: not one made on the way to a member.</summary>
    internal bool MayTakePipedArgument => _accessDepth <= 1;

    /// <summary>Whether awaited results are waited for.</summary>
    internal bool IsAsync { get; set; }

    public static ScriptObject GetDefaultBuiltinObject() => BuiltinLibrary.Create();

    public void PushCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _cultures.Push(culture);
    }

    public CultureInfo PopCulture() =>
        _cultures.TryPop(out var culture) ? culture : throw new InvalidOperationException("Cannot PopCulture more than PushCulture");

    public void PushSourceFile(string sourceFile)
    {
        ArgumentNullException.ThrowIfNull(sourceFile);
        _sourceFiles.Push(sourceFile);
    }

    public string PopSourceFile() =>
        _sourceFiles.TryPop(out var file) ? file : throw new InvalidOperationException("Cannot PopSourceFile more than PushSourceFile");

    /// <summary>Ends the rendering if it is cancelled or too deep.</summary>
    public void CheckAbort()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (CancellationToken.IsCancellationRequested)
            throw new ScriptAbortException(CurrentSpan, CancellationToken);
    }

    public object Evaluate(ScriptNode scriptNode) => Evaluate(scriptNode, false);

    /// <summary>Evaluates a node; a function that it names is called unless <paramref name="aliasReturnedFunction"/> asks for the function itself.</summary>
    public virtual object Evaluate(ScriptNode scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null)
            return null;
        var (node, depth, disabled) = (CurrentNode, _accessDepth, _isFunctionCallDisabled);
        try
        {
            (CurrentNode, _accessDepth, _isFunctionCallDisabled) = (scriptNode, 0, aliasReturnedFunction);
            return scriptNode.Evaluate(this);
        }
        catch (ScriptRuntimeException error) when (RenderRuntimeException is not null)
        {
            return RenderRuntimeException(error);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            var located = new ScriptRuntimeException(scriptNode.Span, error.Message, error);
            if (RenderRuntimeException is null)
                throw located;
            return RenderRuntimeException(located);
        }
        finally
        {
            (CurrentNode, _accessDepth, _isFunctionCallDisabled) = (node, depth, disabled);
        }
    }

    /// <summary>The value at a place; a function found there is called.</summary>
    public object GetValue(ScriptExpression target)
    {
        if (target is null)
            return null;
        var node = CurrentNode;
        _accessDepth++;
        try
        {
            CurrentNode = target;
            object value;
            try
            {
                value = target is IScriptVariablePath path ? path.GetValue(this) : Evaluate(target);
            }
            catch (Exception error) when (_accessDepth == 1 && error is not ScriptRuntimeException)
            {
                throw AccessFailed(target, error);
            }
            value = Settle(value);
            var callsFunction = !_isFunctionCallDisabled || _accessDepth > 1;
            return callsFunction && value is IScriptCustomFunction
                ? Calls.Call(this, target, value, takesPipedArgument: _accessDepth == 1, null)
                : value;
        }
        finally
        {
            CurrentNode = node;
            _accessDepth--;
        }
    }

    public void SetValue(ScriptExpression target, object value)
    {
        if (target is null)
            return;
        _accessDepth++;
        try
        {
            if (target is not IScriptVariablePath path)
                throw new ScriptRuntimeException(target.Span, "Unsupported target expression for assignment.");
            path.SetValue(this, value);
        }
        catch (Exception error) when (_accessDepth == 1 && error is not ScriptRuntimeException)
        {
            throw AccessFailed(target, error);
        }
        finally
        {
            _accessDepth--;
        }
    }

    /// <summary>Takes over the members of another object, as <c>import</c> does.</summary>
    public virtual void Import(SourceSpan span, object objectToImport)
    {
        if (objectToImport is not ScriptObject source)
            throw new ScriptRuntimeException(span, $"Unexpected value `{GetTypeName(objectToImport)}` for import. Expecting an plain script object.");
        CurrentGlobal.Import((IScriptObject)source);
    }

    /// <summary>Makes the context as it was before anything was pushed to it, and empties its output and its included templates.</summary>
    public virtual void Reset()
    {
        while (OutputCount > 1)
            PopOutput();
        ((StringBuilderOutput)Output).Builder.Clear();
        while (GlobalCount > 1)
            PopGlobal();
        _cultures.Clear();
        _sourceFiles.Clear();
        CachedTemplates.Clear();
        _memberAccessors.Clear();
        ForgetOutputLimit();
    }

    internal object Settle(object value) => IsAsync ? Awaited.Result(value) : value;

    private static ScriptRuntimeException AccessFailed(ScriptExpression target, Exception error) =>
        new(target.Span, $"Unexpected exception while accessing target expression: {error.Message}", error);
}
