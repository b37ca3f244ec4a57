using System.Runtime.CompilerServices;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Tree;

namespace Scriban;

public partial class TemplateContext
{
    private int _callDepth;
    private int _loopDepth;
    private int _loopStatements;
    private long _loopSteps;

    /// <summary>How many steps all loops that run inside one another may take together; zero lifts the limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>The limit for loops over queries, if it is another one.</summary>
    public int? LoopLimitQueryable { get; set; }

    /// <summary>How deeply functions and included templates may call one another; zero lifts the limit.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>How deeply values may nest when they become text; zero lifts the limit.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>How many characters the output, and any single text that is made, may have; zero lifts the limit.</summary>
    public int LimitToString { get; set; } = 1048576;

    public void EnterRecursive(ScriptNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptRuntimeException(node?.Span ?? CurrentSpan, "Exceeding recursive depth limit, near to stack overflow");
        _callDepth++;
        if (RecursiveLimit != 0 && _callDepth > RecursiveLimit)
            throw new ScriptRuntimeException(node?.Span ?? CurrentSpan, $"Exceeding number of recursive depth limit `{RecursiveLimit}` for node: `{node}`");
    }

    public void ExitRecursive(ScriptNode node)
    {
        _callDepth--;
        if (_callDepth < 0)
            throw new ScriptRuntimeException(node?.Span ?? CurrentSpan, $"unexpected ExitRecursive not matching EnterRecursive for `{node}`");
    }

    internal void EnterLoop()
    {
        _loopStatements++;
        CurrentGlobalScope().Loops.Add(new ScriptObject());
        _locals.Peek().Loops.Add(new ScriptObject());
        EnterLoopScope();
    }

    internal void ExitLoop()
    {
        RemoveLast(CurrentGlobalScope().Loops);
        RemoveLast(_locals.Peek().Loops);
        _loopStatements--;
        ExitLoopScope();

        static void RemoveLast(List<ScriptObject> loops) => loops.RemoveAt(loops.Count - 1);
    }

    internal void EnterLoopScope()
    {
        if (_loopDepth++ == 0)
            _loopSteps = 0;
    }

    internal void ExitLoopScope()
    {
        if (--_loopDepth == 0)
            _loopSteps = 0;
    }

    /// <summary>Counts a step of a loop statement.</summary>
    internal void StepLoop(LoopStatement loop, bool isQueryable)
    {
        _loopSteps++;
        if (IsOverLimit(isQueryable, out var limit))
            throw new ScriptRuntimeException(loop.Span, $"Exceeding number of iteration limit `{limit}` for loop statement.");
    }

    /// <summary>Counts steps of a loop that a builtin makes.</summary>
    internal void StepLoop(SourceSpan span, long steps, bool isQueryable)
    {
        CheckAbort();
        _loopSteps += steps;
        if (IsOverLimit(isQueryable, out var limit))
            throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{limit}` for internal iteration.");
    }

    /// <summary>Takes note of <c>break</c> or <c>continue</c>.</summary>
    internal void LeaveLoop(ScriptNode node, ScriptFlowState state, string keyword)
    {
        if (_loopStatements > 0)
            FlowState = state;
        else if (EnableBreakAndContinueAsReturnOutsideLoop)
            FlowState = ScriptFlowState.Return;
        else
            throw new ScriptRuntimeException(node.Span, $"The <{keyword}> statement can only be used inside for/while loops");
    }

    private bool IsOverLimit(bool isQueryable, out int limit)
    {
        limit = isQueryable ? LoopLimitQueryable ?? LoopLimit : LoopLimit;
        return limit != 0 && _loopSteps > limit;
    }
}
