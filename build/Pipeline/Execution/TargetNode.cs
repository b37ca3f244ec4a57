namespace JupyterHub.Pipeline.Execution;

/// <summary>One planned target as the scheduler sees it.</summary>
/// <param name="Name">Unique within the plan.</param>
public sealed record TargetNode(string Name)
{
    /// <summary>Targets of the plan that must have succeeded, or been skipped, before this one starts: needs, orders and triggers alike.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Targets that are pointless without this one: its own dependencies and what it triggers. Skipped with it unless another target wants them.</summary>
    public IReadOnlyList<string> Pulls { get; init; } = [];

    /// <summary>Conditions that are asked when everything needed is done; the target is skipped when one of them is false.</summary>
    public IReadOnlyList<(string Text, Func<bool> Holds)> Conditions { get; init; } = [];

    /// <summary>The work. A target without work only gathers others.</summary>
    public Action<CancellationToken>? Body { get; init; }

    /// <summary>Whether the target was skipped before anything ran.</summary>
    public bool Skipped { get; init; }

    /// <summary>Whether the target was asked for by name: such a target is never skipped on another's account.</summary>
    public bool Invoked { get; init; }

    /// <summary>Whether what it pulls still runs when a condition skips this target.</summary>
    public bool KeepsPulls { get; init; }

    /// <summary>Whether its dependents run even though it has failed.</summary>
    public bool ProceedsAfterFailure { get; init; }
}
