namespace JupyterHub.Pipeline.Execution;

/// <summary>What became of one <see cref="TargetNode"/>; written by its scheduler only.</summary>
public sealed class TargetRun
{
    private readonly TaskCompletionSource _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TargetRun(TargetNode node, int index)
    {
        Node = node;
        Index = index;
    }

    public TargetNode Node { get; }

    /// <summary>Position in the plan.</summary>
    public int Index { get; }

    public TargetState State { get; private set; } = TargetState.Pending;

    /// <summary>When it started, as a timestamp of the scheduler's clock relative to the start of the run.</summary>
    public TimeSpan StartedAfter { get; private set; }

    /// <summary>How long its conditions and its work took together.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>What made it fail or abort.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>The conditions that did not hold.</summary>
    public IReadOnlyList<string> ViolatedConditions { get; private set; } = [];

    /// <summary>The target on whose account this one was skipped or never started.</summary>
    public string? BecauseOf { get; private set; }

    /// <summary>Position in the order in which targets ended; meaningless before that.</summary>
    public int EndOrder { get; private set; } = int.MaxValue;

    public bool HasEnded => _ended.Task.IsCompleted;

    /// <summary>Completes when it is certain whether the work runs.</summary>
    public Task Decided => _decided.Task;

    /// <summary>Completes, always successfully, when the target has reached its final state.</summary>
    public Task Ended => _ended.Task;

    internal bool IsSettled => State is TargetState.Succeeded or TargetState.Skipped
                               || (State is TargetState.Failed && Node.ProceedsAfterFailure);

    internal bool IsBroken => State is TargetState.NotRun or TargetState.Aborted
                              || (State is TargetState.Failed && !Node.ProceedsAfterFailure);

    internal void Start(TimeSpan startedAfter)
    {
        State = TargetState.Running;
        StartedAfter = startedAfter;
    }

    internal void Decide() => _decided.TrySetResult();

    internal void Violate(IReadOnlyList<string> conditions) => ViolatedConditions = conditions;

    internal void End(TargetState state, int order, TimeSpan duration, Exception? exception, string? becauseOf)
    {
        State = state;
        EndOrder = order;
        Duration = duration;
        Exception = exception;
        BecauseOf = becauseOf;
    }

    internal void Complete()
    {
        _decided.TrySetResult();
        _ended.TrySetResult();
    }
}
